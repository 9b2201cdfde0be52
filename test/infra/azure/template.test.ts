import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { allSettings } from "../../../shared/settings/settings.ts";

const template = readFileSync("infra/azure/main.bicep", "utf8");
const settingsOf = (text: string): Map<string, string> =>
  new Map([...text.matchAll(/^ +([A-Z][A-Z_]+): (.+)$/gm)].map((match) => [match[1] ?? "", match[2] ?? ""]));
const settings = settingsOf(template);
/** What the web app’s platform reads, not the product. */
const ofThePlatform = ["SCM_DO_BUILD_DURING_DEPLOYMENT"];

describe("the Azure template", () => {
  it.each(allSettings.map(({ name }) => name))("gives the web app %s", (name) => {
    expect(settings.has(name)).toBe(true);
  });

  it("gives it no setting that the product does not know", () => {
    const known = [...allSettings.map(({ name }) => name), ...ofThePlatform];
    expect([...settings.keys()].filter((name) => !known.includes(name))).toEqual([]);
  });

  it("takes secrets from the key vault only", () => {
    const secret = allSettings.filter((setting) => setting.secret).map(({ name }) => name);
    expect(secret.length).toBeGreaterThan(1);
    for (const name of secret) expect(settings.get(name)).toMatch(/^'@Microsoft\.KeyVault\(SecretUri=/);
    const outputs = template.match(/^output .*$/gm) ?? [];
    expect(outputs.filter((line) => /secret|key/i.test(line))).toEqual([]);
    for (const [, name] of template.matchAll(/^param (\w*Secret) /gm)) {
      expect(template).toMatch(new RegExp(`@secure\\(\\)\\n@description\\([^\\n]*\\n+param ${name} string`));
    }
  });

  it("uses every parameter, closes every bracket, and names only resources that it makes", () => {
    for (const [, name] of template.matchAll(/^param (\w+) /gm)) {
      expect(template.match(new RegExp(`\\b${name}\\b`, "g"))?.length, name).toBeGreaterThan(1);
    }
    const bare = template.replace(/'(?:[^'\\\n]|\\.)*'/g, "''").replace(/\/\/.*$/gm, "");
    for (const [open, close] of ["{}", "[]", "()"].map((pair) => [...pair])) {
      expect(bare.split(open ?? "").length, `${open}${close}`).toBe(bare.split(close ?? "").length);
    }
    const made = [...template.matchAll(/^ *resource (\w+) /gm)].map((match) => match[1]);
    expect(made.length).toBeGreaterThan(10);
    const named = [...bare.matchAll(/\b(?:scope|dependsOn): \[?(\w+)\]?/g)].map((match) => match[1]);
    expect(named.filter((name) => !made.includes(name))).toEqual([]);
  });

  it("runs the bot on Node 24 with a health check that exists, in as many instances as share its limits", () => {
    expect(template).toContain("linuxFxVersion: 'NODE|24-lts'");
    expect(template).toContain("capacity: instances");
    expect(settings.get("INSTANCES")).toBe("string(instances)");
    const path = /healthCheckPath: '([^']+)'/.exec(template)?.[1];
    expect(readFileSync("bot/server.ts", "utf8")).toContain(`server.get("${path}"`);
  });
});
