import { ConfidentialClientApplication } from "@azure/msal-node";
import { ActivityTypes, CloudAdapter, ConfigurationBotFrameworkAuthentication } from "botbuilder";
import { MsalServiceClientCredentialsFactory } from "botframework-connector";
import restify from "restify";

// The peer: botbuilder and restify as their samples join them, the same token checks, and an answer that repeats
// the question. It is measured beside our bot, in a process of its own.

const setting = (name: string): string => {
  const value = process.env[name];
  if (value === undefined) throw new Error(`${name} is not set.`);
  return value;
};
const authority = setting("ENTRA_AUTHORITY");
const appId = setting("BOT_APP_ID");
type Client = ConstructorParameters<typeof MsalServiceClientCredentialsFactory>[1];
const client: unknown = new ConfidentialClientApplication({
  auth: {
    clientId: appId,
    clientSecret: setting("BOT_APP_SECRET"),
    authority,
    knownAuthorities: [new URL(authority).host],
  },
});
const adapter = new CloudAdapter(
  new ConfigurationBotFrameworkAuthentication(
    {
      ValidateAuthority: "true",
      ToBotFromChannelTokenIssuer: setting("BOT_TOKEN_ISSUER"),
      ToBotFromChannelOpenIdMetadataUrl: setting("BOT_OPENID_METADATA"),
      ToBotFromEmulatorOpenIdMetadataUrl: setting("BOT_OPENID_METADATA"),
      ToChannelFromBotLoginUrl: authority,
      ToChannelFromBotOAuthScope: "https://api.botframework.com",
      OAuthUrl: authority,
    },
    new MsalServiceClientCredentialsFactory(appId, client as Client),
  ),
);
const server = restify.createServer({ name: "Echo" });
server.use(restify.plugins.bodyParser());
server.post("/api/messages", async (request, response) => {
  await adapter.process(request as never, response as never, async (context) => {
    if (context.activity.type === ActivityTypes.Message) await context.sendActivity(context.activity.text);
  });
});
server.listen(Number(setting("PORT")), "127.0.0.1", () => process.stdout.write("listening\n"));
