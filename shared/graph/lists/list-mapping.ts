import type { Columns, ListDeclaration, Row } from "./list-declaration.ts";

/** How one entity lies in its list: the declaration and both directions. */
export interface ListMapping<Entity, C extends Columns = Columns> {
  readonly list: ListDeclaration<C>;
  /** @throws {Error} naming what in the row does not make an entity. */
  read(row: Row<C>): Entity;
  write(entity: Entity): Row<C>;
}
