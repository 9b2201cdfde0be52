import type { Action, Batch, BatchAnswer, FaultCode, Loaded, OfficeFault, Scalar } from "./batch.ts";
import { type KindName, objectKinds } from "./object-kinds.ts";

/** Carries a batch to Word and its answer back: one round trip. */
export type SendBatch = (batch: Batch) => Promise<BatchAnswer>;

/** The error that Office.js throws, with its code and where it came from. */
export class OfficeExtensionError extends Error {
  override readonly name = "RichApi.Error";
  readonly code: FaultCode;
  readonly debugInfo: { readonly code: string; readonly message: string; readonly errorLocation: string };
  readonly traceMessages: readonly string[] = [];
  constructor(fault: OfficeFault) {
    super(fault.message);
    this.code = fault.code;
    this.debugInfo = { code: fault.code, message: fault.message, errorLocation: fault.statement };
  }
}

/** What a method with a value gives: empty until the next sync. */
class ClientResult {
  #value: Scalar | undefined;
  get value(): Scalar {
    if (this.#value === undefined)
      throw refusal("ValueNotLoaded", "The result is read before context.sync() has brought it.", "value");
    return this.#value;
  }
  /** @internal */
  settle(value: Scalar): void {
    this.#value = value;
  }
}

/** An object of Word as the page sees it: numbers, what has been loaded, and what is known of its absence. */
interface ProxyState {
  readonly context: RequestContext;
  readonly kind: KindName;
  readonly number: number;
  readonly values: Map<string, Scalar>;
  items: object[] | undefined;
  isNull: boolean | undefined;
  proxy: object | undefined;
}

const states = new WeakMap<object, ProxyState>();

/** Names that promises, tests and the console look for; absent on every Office object. */
const foreign = new Set(["then", "nodeType", "constructor", "asymmetricMatch", "tagName", "length"]);

let contexts = 0;

/** The context of one `Word.run`: queues what is asked of Word's objects until `sync` carries it over. */
export class RequestContext {
  readonly document: object;
  readonly #send: SendBatch;
  readonly #id = ++contexts;
  #queue: Action[] = [];
  #waiting = new Map<number, ClientResult>();
  readonly #proxies = new Map<number, ProxyState>();
  #next = 1;
  #closed = false;

  constructor(send: SendBatch) {
    this.#send = send;
    this.document = this.#proxy("Document", 0);
  }

  get trackedObjects(): { add(object: object): void; remove(object: object): void } {
    return { add: () => {}, remove: () => {} };
  }

  /** @internal ends the context: what was reached in it is no longer to be used. */
  close(): void {
    this.#closed = true;
  }

  /** Whether anything waits for a sync. */
  get hasQueued(): boolean {
    return this.#queue.length > 0;
  }

  sync = async (): Promise<void> => {
    const actions = this.#queue;
    const waiting = this.#waiting;
    this.#queue = [];
    this.#waiting = new Map();
    const answer = await this.#send({ context: this.#id, actions });
    if (!answer.ok) throw new OfficeExtensionError(answer.error);
    for (const { object, isNull } of answer.nulls) {
      const state = this.#proxies.get(object);
      if (state) state.isNull = isNull;
    }
    for (const loaded of answer.loaded) this.#take(loaded);
    for (const { result, value } of answer.results) waiting.get(result)?.settle(value);
  };

  load(object: object, names?: unknown): void {
    this.#load(stateOf(object), names);
  }

  #take(loaded: Loaded): void {
    const state = this.#proxies.get(loaded.object);
    if (!state) return;
    for (const [name, value] of Object.entries(loaded.values)) state.values.set(name, value);
    const itemKind = objectKinds[state.kind].items;
    if (!loaded.items || !itemKind) return;
    state.items = loaded.items.map((item) => {
      const proxy = this.#proxy(itemKind, item.object);
      const known = stateOf(proxy);
      known.isNull = false;
      for (const [name, value] of Object.entries(item.values)) known.values.set(name, value);
      return proxy;
    });
  }

  #queueAction(action: Action): void {
    if (this.#closed)
      throw refusal("InvalidObjectPath", "The object belongs to a Word.run that has ended.", action.do);
    this.#queue.push(action);
  }

  #proxy(kind: KindName, number: number): object {
    const state: ProxyState = {
      context: this,
      kind,
      number,
      values: new Map(),
      items: undefined,
      isNull: number === 0 ? false : undefined,
      proxy: undefined,
    };
    const proxy = new Proxy(Object.create(null) as object, {
      get: (_, name) => (typeof name === "symbol" ? undefined : this.#member(state, name)),
      set: (_, name, value: Scalar) => {
        if (!objectKinds[kind].writable.includes(String(name)))
          throw refusal(
            "ApiNotFound",
            `${kind}.${String(name)} cannot be set with WordApi 1.5.`,
            String(name),
          );
        this.#queueAction({ do: "set", object: number, name: String(name), value });
        state.values.set(String(name), value);
        return true;
      },
    });
    state.proxy = proxy;
    states.set(proxy, state);
    this.#proxies.set(number, state);
    return proxy;
  }

  #member(state: ProxyState, name: string): unknown {
    const kind = objectKinds[state.kind];
    if (name === "context") return this;
    if (name === "isNullObject") {
      if (state.isNull === undefined) throw notLoaded(name);
      return state.isNull;
    }
    if (name === "load")
      return (names?: unknown) => {
        this.#load(state, names);
        return state.proxy;
      };
    if (name === "track" || name === "untrack") return () => state.proxy;
    if (name === "toJSON") return () => Object.fromEntries(state.values);
    if (name === "items" && kind.items) {
      if (!state.items) throw notLoaded(name);
      return state.items;
    }
    if (kind.scalars.includes(name)) {
      const value = state.values.get(name);
      if (value === undefined) throw notLoaded(name);
      return value;
    }
    const property = kind.objects[name];
    if (property) return this.#reach(state, property, name, []);
    const reached = kind.reaching[name];
    if (reached) return (...args: unknown[]) => this.#reach(state, reached, name, args);
    if (kind.calls.includes(name)) return (...args: unknown[]) => this.#call(state, name, args);
    if (foreign.has(name)) return undefined;
    throw refusal(
      "ApiNotFound",
      `${state.kind}.${name} is not available: this host supports WordApi 1.5.`,
      name,
    );
  }

  #reach(from: ProxyState, kind: KindName, name: string, args: readonly unknown[]): object {
    const number = this.#next++;
    this.#queueAction({ do: "reach", object: number, from: from.number, name, args: args.map(plain) });
    return this.#proxy(kind, number);
  }

  #call(state: ProxyState, name: string, args: readonly unknown[]): ClientResult {
    const result = this.#next++;
    const made = new ClientResult();
    this.#waiting.set(result, made);
    this.#queueAction({ do: "call", object: state.number, name, args: args.map(plain), result });
    return made;
  }

  #load(state: ProxyState, names: unknown): void {
    const kind = objectKinds[state.kind];
    const itemScalars = kind.items ? objectKinds[kind.items].scalars : [];
    const own: string[] = [];
    let items: string[] | null = kind.items ? [] : null;
    for (const name of spelled(names, kind.items ? ["items"] : kind.scalars)) {
      const path = name.startsWith("items/") ? name.slice(6) : name;
      if (name === "items" || name === "$all") items = items && [...items, ...itemScalars];
      else if (kind.scalars.includes(name)) own.push(name);
      else if (itemScalars.includes(path)) items = [...(items ?? []), path];
      else
        throw refusal(
          "InvalidArgument",
          `${state.kind} has no property “${name}” to load in WordApi 1.5.`,
          "load",
        );
    }
    this.#queueAction({ do: "load", object: state.number, names: own, itemNames: items });
  }
}

/** Names to load, as Office.js takes them: a list in one text, an array of texts, or an object of flags. */
function spelled(names: unknown, all: readonly string[]): string[] {
  if (names === undefined || names === null || names === "") return [...all];
  if (typeof names === "string") return names.split(",").map((name) => name.trim());
  if (Array.isArray(names)) return names.map(String).map((name) => name.trim());
  if (typeof names === "object") {
    return Object.entries(names).flatMap(([name, wanted]) =>
      typeof wanted === "object" && wanted !== null
        ? spelled(wanted, []).map((inner) => `${name}/${inner}`)
        : wanted
          ? [name]
          : [],
    );
  }
  throw refusal("InvalidArgument", "load takes names of properties.", "load");
}

/** An argument as it travels: plain values, and objects by their number. */
function plain(argument: unknown): Scalar {
  if (argument === undefined || argument === null) return null;
  if (typeof argument === "string" || typeof argument === "number" || typeof argument === "boolean")
    return argument;
  const state = typeof argument === "object" ? states.get(argument) : undefined;
  if (state) return state.number;
  throw refusal("InvalidArgument", "An argument is neither a value nor an object of Word.", "argument");
}

function stateOf(proxy: object): ProxyState {
  const state = states.get(proxy);
  if (!state) throw refusal("InvalidArgument", "That is no object of Word.", "load");
  return state;
}

function notLoaded(name: string): OfficeExtensionError {
  return refusal("PropertyNotLoaded", `“${name}” was read before load and context.sync() brought it.`, name);
}

function refusal(code: FaultCode, message: string, statement: string): OfficeExtensionError {
  return new OfficeExtensionError({ code, message, statement });
}

/**
 * `Word.run`: gives the batch a context and ends it afterwards; what is still queued is sent, as Word does.
 */
export function makeWordRun(
  send: SendBatch,
): <T>(batch: (context: RequestContext) => Promise<T>) => Promise<T> {
  return async (batch) => {
    const context = new RequestContext(send);
    try {
      const result = await batch(context);
      if (context.hasQueued) await context.sync();
      return result;
    } finally {
      context.close();
    }
  };
}
