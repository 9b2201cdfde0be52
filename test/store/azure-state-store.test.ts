import { TableClient } from "@azure/data-tables";
import { afterAll, beforeAll, describe } from "vitest";
import { openAzureStateStore } from "../../shared/store/azure-storage/azure-state-store.ts";
import { type Azurite, startAzurite } from "../builders/azurite.ts";
import { keepsTheStateStorePromise } from "../contract/store/state-store-contract.ts";

describe("State in Azure Storage", () => {
  let azurite: Azurite;
  let tables = 0;
  beforeAll(async () => {
    azurite = await startAzurite();
  });
  afterAll(() => azurite?.stop());

  keepsTheStateStorePromise(async () => {
    const name = `State${++tables}`;
    return {
      open: () => openAzureStateStore(azurite.connection, name),
      forget: () =>
        TableClient.fromConnectionString(azurite.connection, name, {
          allowInsecureConnection: true,
        }).deleteTable(),
    };
  });
});
