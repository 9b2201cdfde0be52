import type { RecordKeeping } from "./record-keeping.ts";

/** Reads papers into the records. */
export interface Importing {
  readonly records: RecordKeeping;
}

export function createImporting(records: RecordKeeping): Importing {
  return { records };
}
