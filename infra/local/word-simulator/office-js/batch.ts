/**
 * What a `sync` carries from the page to Word and back: the actions queued since the last one, in order, and
 * what they gave. Objects are numbers that the page hands out.
 */
export interface Batch {
  readonly context: number;
  readonly actions: readonly Action[];
}

export type Scalar = string | number | boolean | null;

export type Action =
  | {
      readonly do: "reach";
      readonly object: number;
      readonly from: number;
      readonly name: string;
      readonly args: readonly Scalar[];
    }
  | {
      readonly do: "load";
      readonly object: number;
      readonly names: readonly string[];
      readonly itemNames: readonly string[] | null;
    }
  | { readonly do: "set"; readonly object: number; readonly name: string; readonly value: Scalar }
  | {
      readonly do: "call";
      readonly object: number;
      readonly name: string;
      readonly args: readonly Scalar[];
      readonly result: number;
    };

export interface Loaded {
  readonly object: number;
  readonly values: Readonly<Record<string, Scalar>>;
  /** The items of a loaded collection, as objects that Word numbers itself, below zero. */
  readonly items?: readonly Loaded[];
}

export type BatchAnswer =
  | {
      readonly ok: true;
      readonly loaded: readonly Loaded[];
      readonly results: readonly { readonly result: number; readonly value: Scalar }[];
      /** Whether each object reached in this batch turned out to be none. */
      readonly nulls: readonly { readonly object: number; readonly isNull: boolean }[];
    }
  | { readonly ok: false; readonly error: OfficeFault };

export type FaultCode =
  | "ItemNotFound"
  | "InvalidArgument"
  | "GeneralException"
  | "PropertyNotLoaded"
  | "ApiNotFound"
  | "InvalidObjectPath"
  | "ValueNotLoaded";

export interface OfficeFault {
  readonly code: FaultCode;
  readonly message: string;
  /** The statement at fault, for the log. */
  readonly statement: string;
}

/** Refuses an action as Word would. */
export class OfficeRefusal extends Error {
  override readonly name = "OfficeRefusal";
  readonly code: FaultCode;
  constructor(code: FaultCode, message: string) {
    super(message);
    this.code = code;
  }
}
