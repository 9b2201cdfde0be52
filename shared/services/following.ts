import type { FollowOrder } from "../ask/follow-orders.ts";
import type { ListTable, Stored } from "../graph/lists/list-table.ts";
import { type Follow, followKey } from "../rules/people/following.ts";
import type { Asking } from "./asking.ts";
import type { Clock } from "./clock.ts";

/** What people have asked to be told of, from the bot’s own chat with them. */
export interface Following {
  /** Does what was asked. @returns what to say, in plain words. */
  carryOut(order: FollowOrder, person: string): Promise<string>;
}

export interface FollowingNeeds {
  readonly follows: ListTable<Follow>;
  readonly asking: Pick<Asking, "askAgain">;
  /** Looks at the list again, so that what is planned next knows of the change. */
  readonly refresh: () => Promise<void>;
  readonly clock: Clock;
}

export function createFollowing({ follows, asking, refresh, clock }: FollowingNeeds): Following {
  const of = (person: string) => follows.where("PersonId", person);

  async function keep(person: string, kind: Follow["kind"], topic: string): Promise<void> {
    const key = followKey(person, kind, topic);
    const held = await follows.byKey(key);
    const follow: Follow = { key, person, topic, kind, muted: false, since: clock.now().toISOString() };
    if (!held) await follows.create(follow);
    else if (held.entity.muted) await follows.update(held, { ...held.entity, muted: false });
    await refresh();
  }

  async function drop(rows: readonly Stored<Follow>[]): Promise<void> {
    for (const row of rows) await follows.delete(row);
    await refresh();
  }

  async function mute(person: string, muted: boolean): Promise<number> {
    const rows = (await of(person)).filter(({ entity }) => entity.muted !== muted);
    for (const row of rows) await follows.update(row, { ...row.entity, muted });
    await refresh();
    return rows.length;
  }

  return {
    async carryOut(order, person) {
      switch (order.does) {
        case "follow": {
          const { items } = asking.askAgain(order.topic, person);
          await keep(person, "topic", order.topic);
          const now =
            items.length === 0
              ? "Nothing in the plan matches it today"
              : `${items.length} ${items.length === 1 ? "item of the plan matches" : "items of the plan match"} it today`;
          return `You follow “${order.topic}”. ${now}. When an edition of the Forward Plan is published, you are told once what has changed. Say “stop ${order.topic}” to end it, or “mute” for a pause.`;
        }
        case "stop": {
          const key = followKey(person, "topic", order.topic);
          const rows = (await of(person)).filter(({ entity }) => entity.key === key);
          if (rows.length === 0)
            return `You do not follow “${order.topic}”. Say “what do I follow” to see what you follow.`;
          await drop(rows);
          return `You no longer follow “${order.topic}”.`;
        }
        case "stop-all": {
          const rows = await of(person);
          if (rows.length === 0)
            return "You follow nothing. Say “follow Linacre” to be told of changes there.";
          await drop(rows);
          return "You are sent nothing more. Say “follow Linacre” to begin again.";
        }
        case "mute":
        case "unmute": {
          const changed = await mute(person, order.does === "mute");
          if (changed === 0)
            return order.does === "mute" ? "Nothing is being sent to you." : "Nothing of yours is muted.";
          return order.does === "mute"
            ? "Muted. Nothing is sent to you until you say “unmute”; what you follow is kept."
            : "You are told again of what you follow.";
        }
        case "sunday-on":
          await keep(person, "sunday", "");
          return "You are sent one message each Sunday evening: your meetings of the week with their pages, and what the plan brings to your ward. Say “stop the Sunday message” to end it.";
        case "sunday-off": {
          const rows = (await of(person)).filter(({ entity }) => entity.kind === "sunday");
          await drop(rows);
          return rows.length === 0 ? "You were not sent the Sunday message." : "The Sunday message ends.";
        }
        case "list": {
          const rows = (await of(person)).map(({ entity }) => entity);
          if (rows.length === 0)
            return "You follow nothing. Say “follow Linacre” to be told of changes there.";
          const topics = rows
            .filter(({ kind }) => kind === "topic")
            .map(({ topic, muted }) => `“${topic}”${muted ? " (muted)" : ""}`);
          const weekly = rows.some(({ kind }) => kind === "sunday") ? ["the Sunday message"] : [];
          return `You follow ${[...topics, ...weekly].join(", ")}.`;
        }
      }
    },
  };
}
