import type { GraphConnection } from "../client/graph-client.ts";
import { GraphFailure } from "../client/graph-failure.ts";
import type { ColumnDeclaration, ListDeclaration } from "./list-declaration.ts";

/** What provisioning did, or on a dry run would do. */
export interface ProvisioningStep {
  readonly list: string;
  /** Null for the list itself. */
  readonly column: string | null;
}

/** `/sites/<id>` of a site. @param site `host:/sites/name`, as administrators write it. */
export async function siteRoot(graph: GraphConnection, site: string): Promise<string> {
  const { id } = await graph.request<{ id: string }>({ method: "GET", path: `/sites/${site}` });
  return `/sites/${id}`;
}

/**
 * Makes the lists and columns that a site lacks; what is there is left as it is. Safe to repeat.
 * @see https://learn.microsoft.com/graph/api/list-create and list-post-columns
 */
export async function provisionLists(
  graph: GraphConnection,
  sitePath: string,
  lists: readonly ListDeclaration[],
  dryRun = false,
): Promise<ProvisioningStep[]> {
  const steps: ProvisioningStep[] = [];
  for (const list of lists) {
    const present = await presentColumns(graph, sitePath, list.name);
    if (present === null) {
      steps.push({ list: list.name, column: null });
      if (!dryRun) {
        await graph.request({
          method: "POST",
          path: `${sitePath}/lists`,
          body: {
            displayName: list.name,
            description: list.description,
            list: { template: "genericList" },
            columns: Object.entries(list.columns).map(([name, column]) => columnBody(name, column)),
          },
        });
      }
      continue;
    }
    for (const [name, column] of Object.entries(list.columns)) {
      if (present.has(name)) continue;
      steps.push({ list: list.name, column: name });
      if (!dryRun) {
        await graph.request({
          method: "POST",
          path: `${sitePath}/lists/${list.name}/columns`,
          body: columnBody(name, column),
        });
      }
    }
  }
  return steps;
}

async function presentColumns(
  graph: GraphConnection,
  sitePath: string,
  list: string,
): Promise<Set<string> | null> {
  try {
    const { value } = await graph.request<{ value: { name: string }[] }>({
      method: "GET",
      path: `${sitePath}/lists/${list}/columns`,
    });
    return new Set(value.map((column) => column.name));
  } catch (error) {
    if (error instanceof GraphFailure && error.kind === "not-found") return null;
    throw error;
  }
}

function columnBody(name: string, column: ColumnDeclaration): Record<string, unknown> {
  const common = {
    name,
    displayName: name.replace(/([a-z])([A-Z])/g, "$1 $2"),
    ...("required" in column && column.required ? { required: true } : {}),
    ...("indexed" in column && column.indexed ? { indexed: true } : {}),
    ...("unique" in column && column.unique ? { enforceUniqueValues: true } : {}),
  };
  switch (column.type) {
    case "text":
      return { ...common, text: { maxLength: 255 } };
    case "note":
      return { ...common, text: { allowMultipleLines: true, linesForEditing: 6, textType: "plain" } };
    case "choice":
      return {
        ...common,
        choice: { choices: column.choices, displayAs: "dropDownMenu", allowTextEntry: false },
      };
    case "number":
      return { ...common, number: {} };
    case "boolean":
      return { ...common, boolean: {} };
  }
}
