import type { Changes, ListTable, Stored } from "../graph/lists/list-table.ts";

/** A list held in memory, kept fresh by delta. */
export interface ListMemory<Entity> {
  /** Looks for changes; the first look reads the whole list. @returns whether anything changed. */
  refresh(): Promise<boolean>;
  /** What is held. Reads nothing: call {@link refresh} first. */
  entities(): readonly Entity[];
}

/** @see https://learn.microsoft.com/graph/api/listitem-delta */
export function keepInMemory<Entity>(table: ListTable<Entity>): ListMemory<Entity> {
  const held = new Map<string, Stored<Entity>>();
  let entities: readonly Entity[] = [];
  let link: string | null = null;
  let refreshing: Promise<boolean> | null = null;

  function apply(changes: Changes<Entity>): boolean {
    if (changes.whole) held.clear();
    for (const stored of changes.stored) held.set(stored.id, stored);
    for (const id of changes.deleted) held.delete(id);
    link = changes.link;
    const changed = changes.whole || changes.stored.length > 0 || changes.deleted.length > 0;
    if (changed) entities = [...held.values()].map((stored) => stored.entity);
    return changed;
  }

  return {
    // One look at a time: a second caller waits for the first one's answer.
    refresh() {
      refreshing ??= table
        .changes(link)
        .then(apply)
        .finally(() => {
          refreshing = null;
        });
      return refreshing;
    },
    entities: () => entities,
  };
}
