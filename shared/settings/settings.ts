/**
 * Every setting of the program: its name, what it is for, and what to do when it is missing or wrong. Nothing
 * else reads the environment, and only the `main.ts` files hand it in.
 */
export interface Settings {
  /** Where people and Microsoft reach us, without a closing slash. */
  readonly publicAddress: string;
  readonly host: string;
  readonly port: number;
  readonly councilName: string;
  readonly entra: {
    readonly authority: string;
    readonly tenantId: string;
    /** Our API: the audience of people’s tokens, and the identity in which records are written. */
    readonly apiClientId: string;
    readonly apiClientSecret: string;
    readonly paneClientId: string;
    /** OpenID metadata for the pane, where the authority cannot be asked; empty in production. */
    readonly paneMetadata: string;
  };
  readonly bot: {
    readonly appId: string;
    readonly appSecret: string;
    /** Issuer of the tokens that the Bot Connector sends us. */
    readonly tokenIssuer: string;
    readonly openIdMetadata: string;
  };
  readonly graph: { readonly address: string; readonly site: string };
  readonly officeJs: string;
  /** Where a link opens an item of the plan in the tab; `{item}` stands for its key. */
  readonly tabAddress: string;
  /** The SQLite file of state and outbox, for one instance. */
  readonly stateFile: string;
  /** Connection string of the Azure Storage account that keeps state and outbox for many instances; empty without. */
  readonly stateStorage: string;
  readonly channels: { readonly members: string; readonly officers: string };
  readonly sending: {
    /** Raises Teams’ limits by that factor, for load tests alone. */
    readonly pace: number;
    /** How many instances of the bot share the tenant’s limit. */
    readonly instances: number;
  };
  /** Seconds between two looks for changes in the records. */
  readonly refreshSeconds: number;
  /** Seconds between two looks of the clock at what is due. */
  readonly tickSeconds: number;
  /** The product’s clock: an instant to start from instead of now, or null. */
  readonly startFrom: Date | null;
}

interface SettingDeclaration {
  readonly name: string;
  readonly purpose: string;
  readonly default?: string;
  /** What is wrong with a value, in words, or null. */
  readonly check?: (value: string) => string | null;
  readonly secret?: true;
}

const guid = (value: string) =>
  /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(value) ? null : "is not an id (a GUID)";
const address = (value: string) => (URL.canParse(value) ? null : "is not an address");
const seconds = (value: string) => (Number(value) > 0 ? null : "is not a number of seconds above zero");
const port = (value: string) => (/^\d+$/.test(value) && Number(value) < 65_536 ? null : "is not a port");

const declarations = {
  publicAddress: {
    name: "PUBLIC_ADDRESS",
    purpose: "the https address at which Teams and Word reach this service",
    check: address,
  },
  host: { name: "HOST", purpose: "the network address to listen on", default: "0.0.0.0" },
  port: { name: "PORT", purpose: "the port to listen on", default: "8080", check: port },
  councilName: { name: "COUNCIL_NAME", purpose: "the council’s name, as papers print it" },
  tenantId: { name: "ENTRA_TENANT_ID", purpose: "the council’s Entra tenant", check: guid },
  authority: {
    name: "ENTRA_AUTHORITY",
    purpose: "the address of the tenant’s sign-in, https://login.microsoftonline.com/<tenant id>",
    check: address,
  },
  apiClientId: { name: "API_CLIENT_ID", purpose: "the app registration of our API", check: guid },
  apiClientSecret: { name: "API_CLIENT_SECRET", purpose: "its client secret", secret: true },
  paneClientId: { name: "PANE_CLIENT_ID", purpose: "the app registration of the Word pane", check: guid },
  paneMetadata: { name: "PANE_SIGN_IN_METADATA", purpose: "OpenID metadata for the pane", default: "" },
  botAppId: {
    name: "BOT_APP_ID",
    purpose: "the bot’s app registration; the bot never runs without",
    check: guid,
  },
  botAppSecret: { name: "BOT_APP_SECRET", purpose: "its client secret", secret: true },
  botTokenIssuer: {
    name: "BOT_TOKEN_ISSUER",
    purpose: "the issuer of the Bot Connector’s tokens",
    default: "https://api.botframework.com",
  },
  botOpenIdMetadata: {
    name: "BOT_OPENID_METADATA",
    purpose: "where the Bot Connector’s signing keys are found",
    default: "https://login.botframework.com/v1/.well-known/openidconfiguration",
    check: address,
  },
  graphAddress: {
    name: "GRAPH_ADDRESS",
    purpose: "the address of Microsoft Graph",
    default: "https://graph.microsoft.com",
    check: address,
  },
  graphSite: {
    name: "GRAPH_SITE",
    purpose: "the SharePoint site that holds the records, written host:/sites/name",
    check: (value: string) => (/^[^/:]+:\/.+/.test(value) ? null : "is not written host:/sites/name"),
  },
  officeJs: {
    name: "OFFICE_JS_ADDRESS",
    purpose: "the address of Office.js",
    default: "https://appsforoffice.microsoft.com/lib/1/hosted/office.js",
    check: address,
  },
  tabAddress: {
    name: "TAB_ADDRESS",
    purpose: "the link that opens the tab in Teams; {place} stands for where in it",
    // App and tab by their ids in the manifest.
    default:
      "https://teams.microsoft.com/l/entity/c1ea7da5-5c0d-4e2b-9f61-7b30a4d8e916/forward-plan?context=%7B%22subEntityId%22%3A%22{place}%22%7D",
    check: (value: string) =>
      URL.canParse(value) && value.includes("{place}") ? null : "is not an address with {place} in it",
  },
  stateFile: {
    name: "STATE_FILE",
    purpose: "the file that keeps conversations and deliveries of one instance",
    default: "state.sqlite",
  },
  stateStorage: {
    name: "STATE_STORAGE",
    purpose:
      "the connection string of an Azure Storage account that keeps conversations and deliveries of several instances; without it STATE_FILE does",
    default: "",
    secret: true,
  },
  membersChannel: { name: "MEMBERS_CHANNEL", purpose: "the Teams channel for members: its id or its name" },
  officersChannel: {
    name: "OFFICERS_CHANNEL",
    purpose: "the Teams channel for officers: its id or its name",
  },
  sendingPace: {
    name: "SENDING_PACE",
    purpose: "a factor on Teams’ sending limits, for load tests alone; 1 keeps them",
    default: "1",
    check: (value: string) => (Number(value) > 0 ? null : "is not a number above zero"),
  },
  instances: {
    name: "INSTANCES",
    purpose: "how many instances of the bot run and share the tenant’s sending limit",
    default: "1",
    check: (value: string) => (/^[1-9]\d?$/.test(value) ? null : "is not a number from 1 to 99"),
  },
  refreshSeconds: {
    name: "REFRESH_SECONDS",
    purpose: "how often the records are looked at for changes",
    default: "60",
    check: seconds,
  },
  tickSeconds: {
    name: "TICK_SECONDS",
    purpose: "how often the clock looks at what is due",
    default: "60",
    check: seconds,
  },
  now: {
    name: "CLEAR_DAYS_NOW",
    purpose: "an instant from which the product’s clock starts, for trying things out",
    default: "",
    check: (value: string) => (value === "" || !Number.isNaN(Date.parse(value)) ? null : "is not an instant"),
  },
} as const satisfies Record<string, SettingDeclaration>;

/** Every setting, for documentation and for the launcher. */
export const allSettings: readonly SettingDeclaration[] = Object.values(declarations);

/** Says at once which settings are missing or wrong, in words an administrator can act on. */
export class SettingsIncomplete extends Error {
  override readonly name = "SettingsIncomplete";
  readonly problems: readonly string[];
  constructor(problems: readonly string[]) {
    super(
      `${problems.length === 1 ? "A setting needs" : `${problems.length} settings need`} attention:\n` +
        problems.map((problem) => `  ${problem}`).join("\n") +
        "\nSee README, “Connecting a real tenant”.",
    );
    this.problems = problems;
  }
}

/**
 * Reads and checks the settings, all of them, once.
 * @throws {SettingsIncomplete} naming every one that is missing or wrong.
 */
export function readSettings(environment: Readonly<Record<string, string | undefined>>): Settings {
  const problems: string[] = [];
  const values = {} as Record<keyof typeof declarations, string>;
  for (const [key, declaration] of Object.entries<SettingDeclaration>(declarations)) {
    const given = environment[declaration.name]?.trim();
    const value = given === undefined || given === "" ? declaration.default : given;
    if (value === undefined) {
      problems.push(`${declaration.name} is not set. It is ${declaration.purpose}.`);
    } else {
      const wrong = declaration.check?.(value);
      if (wrong) problems.push(`${declaration.name} ${wrong}. It is ${declaration.purpose}.`);
    }
    values[key as keyof typeof declarations] = value ?? "";
  }
  if (values.now !== "" && /(^|\.)login\.microsoftonline\.(com|us)$/.test(hostOf(values.authority))) {
    problems.push(
      `${declarations.now.name} is refused with Entra’s own sign-in: a real council keeps real time.`,
    );
  }
  if (problems.length > 0) throw new SettingsIncomplete(problems);
  return {
    publicAddress: values.publicAddress.replace(/\/+$/, ""),
    host: values.host,
    port: Number(values.port),
    councilName: values.councilName,
    entra: {
      authority: values.authority.replace(/\/+$/, ""),
      tenantId: values.tenantId,
      apiClientId: values.apiClientId,
      apiClientSecret: values.apiClientSecret,
      paneClientId: values.paneClientId,
      paneMetadata: values.paneMetadata,
    },
    bot: {
      appId: values.botAppId,
      appSecret: values.botAppSecret,
      tokenIssuer: values.botTokenIssuer,
      openIdMetadata: values.botOpenIdMetadata,
    },
    graph: { address: values.graphAddress.replace(/\/+$/, ""), site: values.graphSite },
    officeJs: values.officeJs,
    tabAddress: values.tabAddress,
    stateFile: values.stateFile,
    stateStorage: values.stateStorage,
    channels: { members: values.membersChannel, officers: values.officersChannel },
    sending: { pace: Number(values.sendingPace), instances: Number(values.instances) },
    refreshSeconds: Number(values.refreshSeconds),
    tickSeconds: Number(values.tickSeconds),
    startFrom: values.now === "" ? null : new Date(values.now),
  };
}

function hostOf(value: string): string {
  return URL.canParse(value) ? new URL(value).hostname : "";
}
