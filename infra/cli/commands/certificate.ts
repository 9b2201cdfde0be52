import { writeFile } from "node:fs/promises";
import { parseArgs } from "node:util";
import { type CliContext, WrongUsage } from "../cli-context.ts";

export const name = "certificate";
export const usage = "certificate --meeting KEY [--out FILE.docx] [--json]";

/** Proof of a meeting’s notice: when and where the agenda was published, and the days counted. */
export async function run(args: string[], context: CliContext): Promise<void> {
  const options = {
    meeting: { type: "string" },
    out: { type: "string" },
    json: { type: "boolean" },
  } as const;
  const { values } = parseArgs({ args, options });
  if (!values.meeting) throw new WrongUsage("Name the meeting: --meeting CAB-2026-12-17.");
  const services = await context.services();
  await services.published.refresh();
  const certificate = services.notices.certificate(values.meeting);
  if (values.out) await writeFile(values.out, services.notices.certificateDocument(values.meeting));
  if (values.json) context.out(`${JSON.stringify(certificate, null, 2)}\n`);
  else
    context.out(
      `${[
        certificate.title,
        ...certificate.facts.map(({ label, value }) => `  ${label}: ${value}`),
        `  Days counted: ${certificate.counted.join(", ") || "none"}`,
        `  ${certificate.statement}`,
        ...(values.out ? [`Written: ${values.out}`] : []),
      ].join("\n")}\n`,
    );
}
