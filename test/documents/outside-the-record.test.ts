import { describe, expect, it } from "vitest";
import { renderSectionHtml } from "../../shared/contracts/section-content.ts";
import { readSection } from "../../shared/documents/read/read-section.ts";
import { openFlatOpc } from "../../shared/documents/read/word-package.ts";
import { type FlatWord, flatWord, item, listLevel, listOf, paragraph, run } from "../builders/flat-word.ts";

function read(word: FlatWord): { html: string; notes: string[] } {
  const { content, notes } = readSection(openFlatOpc(flatWord(word)), "none");
  return { html: renderSectionHtml(content), notes: notes.map(({ kind, place }) => `${kind} – ${place}`) };
}

const field = (code: string, result: string) =>
  `<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText xml:space="preserve"> ${code} </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>${run(result)}<w:r><w:fldChar w:fldCharType="end"/></w:r>`;
const author = 'w:id="1" w:author="A. Person" w:date="2026-12-08T10:00:00Z"';
const drawing = (inside: string) => `<w:r><w:drawing><wp:inline>${inside}</wp:inline></w:drawing></w:r>`;
const picture = drawing("<a:graphic><a:graphicData><pic:pic/></a:graphicData></a:graphic>");
const textBox = `<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wps:txbx><w:txbxContent>${paragraph(run("in the box"))}</w:txbxContent></wps:txbx></w:drawing></mc:Choice><mc:Fallback><w:pict/></mc:Fallback></mc:AlternateContent></w:r>`;
const style = (id: string, name: string, more = "") =>
  `<w:style w:type="paragraph" w:styleId="${id}"><w:name w:val="${name}"/>${more}</w:style>`;
const link = (id: string, target: string) =>
  `<Relationship Id="${id}" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink" Target="${target}" TargetMode="External"/>`;
const cell = (content: string, properties = "") =>
  `<w:tc>${properties && `<w:tcPr>${properties}</w:tcPr>`}${content}</w:tc>`;
const table = (...rows: readonly string[]) =>
  `<w:tbl>${rows.map((cells) => `<w:tr>${cells}</w:tr>`).join("")}</w:tbl>`;

interface Case extends FlatWord {
  readonly what: string;
  readonly html: string;
  readonly notes: readonly string[];
}

const words = "The service did well.";
/** @param place the words that the note tells, where they are not those of the record. */
const inLine = (
  what: string,
  inside: string,
  html: string,
  kind: string,
  place = `Costs rose${html.replace(/<[^>]+>/g, "")}`,
): Case => ({
  what,
  body: paragraph(run(words)) + paragraph(run("Costs rose ") + inside),
  html: `<p>${words}</p><p>Costs rose${html}</p>`,
  notes: [`${kind} – “${place}”`],
});
const looks = (what: string, property: string, kind: string): Case =>
  inLine(what, run("sharply", property), " sharply", kind);

const cases: readonly Case[] = [
  inLine("a tracked insertion", `<w:ins ${author}>${run("again")}</w:ins>`, " again", "a tracked insertion"),
  inLine(
    "a tracked deletion",
    `<w:del ${author}><w:r><w:delText>gone</w:delText></w:r></w:del>`,
    "",
    "a tracked deletion",
  ),
  inLine("words moved here", `<w:moveTo ${author}>${run("here")}</w:moveTo>`, " here", "a tracked move"),
  inLine(
    "words of a changed look",
    run("now", `<w:b/><w:rPrChange ${author}><w:rPr/></w:rPrChange>`),
    " <strong>now</strong>",
    "a tracked change of look",
  ),
  inLine(
    "a comment",
    `<w:commentRangeStart w:id="1"/>${run("why")}<w:commentRangeEnd w:id="1"/><w:r><w:commentReference w:id="1"/></w:r>`,
    " why",
    "a comment",
  ),
  inLine(
    "a field",
    field("DATE \\@ &quot;d MMMM yyyy&quot;", "8 December 2026"),
    " 8 December 2026",
    "a field",
  ),
  inLine("a simple field", `<w:fldSimple w:instr=" NUMPAGES ">${run("12")}</w:fldSimple>`, " 12", "a field"),
  inLine("a picture", picture, "", "a picture"),
  inLine(
    "a chart",
    drawing("<a:graphic><a:graphicData><c:chart/></a:graphicData></a:graphic>"),
    "",
    "a chart",
  ),
  inLine(
    "an old picture",
    '<w:r><w:pict><v:shape><v:imagedata r:id="x"/></v:shape></w:pict></w:r>',
    "",
    "a picture",
  ),
  inLine("a footnote", '<w:r><w:footnoteReference w:id="2"/></w:r>', "", "a footnote"),
  inLine("an endnote", '<w:r><w:endnoteReference w:id="2"/></w:r>', "", "an endnote"),
  inLine("an equation", `<m:oMath><m:r><m:t>x=1</m:t></m:r></m:oMath>`, " x=1", "an equation"),
  inLine("an embedded object", "<w:r><w:object/></w:r>", "", "an embedded object"),
  inLine("a page break", '<w:r><w:br w:type="page"/></w:r>', "", "a page break"),
  inLine("a tab", `<w:r><w:tab/></w:r>${run("5%")}`, " 5%", "a tab"),
  inLine(
    "a known symbol",
    '<w:r><w:sym w:font="Wingdings" w:char="F0FC"/></w:r>',
    " ✓",
    "a symbol",
    "Costs rose",
  ),
  inLine(
    "an unknown symbol",
    '<w:r><w:sym w:font="Webdings" w:char="F012"/></w:r>',
    " □",
    "a symbol",
    "Costs rose",
  ),
  inLine(
    "a content control",
    `<w:sdt><w:sdtPr><w:date/></w:sdtPr><w:sdtContent>${run("today")}</w:sdtContent></w:sdt>`,
    " today",
    "a content control",
  ),
  inLine(
    "a link inside the document",
    `<w:hyperlink w:anchor="_Toc1">${run("see page 3")}</w:hyperlink>`,
    " see page 3",
    "a link inside the document",
  ),
  inLine(
    "something from a later Word",
    "<w:r><w:holograph/></w:r>",
    "",
    "something that cannot be read (holograph)",
  ),
  looks("underlining", '<w:u w:val="single"/>', "underlining"),
  looks("a colour", '<w:color w:val="FF0000"/>', "a colour"),
  looks("strikethrough", "<w:strike/>", "strikethrough"),
  looks("superscript", '<w:vertAlign w:val="superscript"/>', "superscript or subscript"),
  looks("small capitals", "<w:smallCaps/>", "small capitals"),
  looks("highlighting", '<w:highlight w:val="yellow"/>', "highlighting"),
  looks("shading of words", '<w:shd w:val="clear" w:fill="FFFF00"/>', "shading"),
  {
    what: "a text box, whose words stay in the document",
    body: paragraph(run(words)) + paragraph(textBox),
    html: `<p>${words}</p>`,
    notes: ["a text box – “in the box”"],
  },
  {
    what: "a picture in a paragraph of its own",
    body: paragraph(run(words)) + paragraph(picture),
    html: `<p>${words}</p>`,
    notes: [`a picture – after “${words}”`],
  },
  {
    what: "a comment on the section’s own heading",
    body:
      paragraph(`<w:commentRangeStart w:id="1"/>${run("Internal Audit")}`, '<w:pStyle w:val="Heading1"/>') +
      paragraph(run(words)),
    styles: style("Heading1", "heading 1"),
    html: `<p>${words}</p>`,
    notes: ["a comment – the heading"],
  },
  {
    what: "a blank line above the section’s own heading",
    body:
      paragraph("") +
      paragraph(run("Internal Audit"), '<w:pStyle w:val="Heading1"/>') +
      paragraph(run(words)),
    styles: style("Heading1", "heading 1"),
    html: `<p>${words}</p>`,
    notes: [],
  },
  {
    what: "a paragraph whose end is deleted",
    body: paragraph(run(words), `<w:rPr><w:del ${author}/></w:rPr>`),
    html: `<p>${words}</p>`,
    notes: [`a tracked paragraph mark – “${words}”`],
  },
  {
    what: "a section break",
    body: paragraph(run(words), "<w:sectPr/>"),
    html: `<p>${words}</p>`,
    notes: [`a section break – “${words}”`],
  },
  {
    what: "hidden words, which the record does not get",
    body: paragraph(run("Seen. ") + run("Unseen.", "<w:vanish/>")),
    html: "<p>Seen.</p>",
    notes: ["hidden text, left out of the record – “Seen. Unseen.”"],
  },
  {
    what: "words pasted from a web page",
    body: paragraph(
      run("Pasted.", '<w:color w:val="333333"/><w:u w:val="single"/>'),
      '<w:pStyle w:val="NormalWeb"/><w:divId w:val="7"/><w:jc w:val="center"/>',
    ),
    styles: style("NormalWeb", "Normal (Web)"),
    html: "<p>Pasted.</p>",
    notes: [
      "the style “normal (web)” – “Pasted.”",
      "a division of a web page – “Pasted.”",
      "alignment – “Pasted.”",
      "underlining – “Pasted.”",
      "a colour – “Pasted.”",
    ],
  },
  {
    what: "words pasted from Outlook, in a frame of tables",
    body: table(
      cell(
        paragraph(run("Dear all,"), '<w:pStyle w:val="MsoNormal"/>') +
          table(cell(paragraph(run("signed")))) +
          paragraph(""),
      ),
    ),
    styles: style("MsoNormal", "MsoNormal"),
    html: "<table><tbody><tr><td><p>Dear all,</p><p>signed</p></td></tr></tbody></table>",
    notes: ["the style “msonormal” – “Dear all,”", "a table inside a table – “Dear all,”"],
  },
  {
    what: "a look, once a place however many runs have it",
    body: paragraph(
      run("red ", '<w:color w:val="FF0000"/>') + run("and ") + run("red", '<w:color w:val="FF0000"/>'),
    ),
    html: "<p>red and red</p>",
    notes: ["a colour – “red and red”"],
  },
  {
    what: "bullets and numbers that were typed",
    body: paragraph(run("• one")) + paragraph(run("1. two")) + paragraph(run("a) three")),
    html: "<p>• one</p><p>1. two</p><p>a) three</p>",
    notes: [],
  },
  {
    what: "a list with letters, and the numbers that go on after it",
    body: item("first") + item("of it", 1) + item("and of it", 1) + item("second"),
    numbering: listOf(listLevel(0, "decimal", "%1."), listLevel(1, "lowerLetter", "(%2)")),
    html: '<ol><li>first</li></ol><p>(a) of it</p><p>(b) and of it</p><ol start="2"><li>second</li></ol>',
    notes: ["a list with letters – “of it”", "a list with letters – “and of it”"],
  },
  {
    what: "paragraphs numbered 1.1",
    body: item("Background") + item("The council met.", 1) + item("It decided.", 1),
    numbering: listOf(listLevel(0, "decimal", "%1."), listLevel(1, "decimal", "%1.%2")),
    html: "<ol><li>Background</li></ol><p>1.1 The council met.</p><p>1.2 It decided.</p>",
    notes: [
      "a list with numbers of several levels – “The council met.”",
      "a list with numbers of several levels – “It decided.”",
    ],
  },
  {
    what: "capital roman numbers",
    body: item("Chapter"),
    numbering: listOf(listLevel(0, "upperRoman", "%1.", 4)),
    html: "<p>IV. Chapter</p>",
    notes: ["a list with numbers of another kind – “Chapter”"],
  },
  {
    what: "a list that a paragraph interrupts",
    body: item("one") + paragraph(run("A word.")) + item("two"),
    numbering: listOf(listLevel(0, "decimal", "%1.")),
    html: '<ol><li>one</li></ol><p>A word.</p><ol start="2"><li>two</li></ol>',
    notes: [],
  },
  {
    what: "a list made by its style",
    body:
      paragraph(run("one"), '<w:pStyle w:val="ListBullet"/>') +
      paragraph(run("two"), '<w:pStyle w:val="ListBullet"/>'),
    styles: style("ListBullet", "List Bullet", '<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr>'),
    numbering: listOf(listLevel(0, "bullet", "•")),
    html: "<ul><li>one</li><li>two</li></ul>",
    notes: [],
  },
  {
    what: "a list in a cell",
    body: table(cell(item("one") + item("two"))),
    numbering: listOf(listLevel(0, "decimal", "%1.")),
    html: "<table><tbody><tr><td><p>1. one</p><p>2. two</p></td></tr></tbody></table>",
    notes: ["a list inside a table – “one”", "a list inside a table – “two”"],
  },
  {
    what: "a row that was deleted with tracking on",
    body: `<w:tbl><w:tr>${cell(paragraph(run("kept")))}</w:tr><w:tr><w:trPr><w:del ${author}/></w:trPr>${cell(paragraph(run("gone")))}</w:tr></w:tbl>`,
    html: "<table><tbody><tr><td>kept</td></tr></tbody></table>",
    notes: ["a tracked row of a table – “kept”"],
  },
  {
    what: "a link that is a field",
    body: paragraph(field("HYPERLINK &quot;https://council.example/plan&quot;", "the plan")),
    html: '<p><a href="https://council.example/plan">the plan</a></p>',
    notes: [],
  },
  {
    what: "a link to a place in a page",
    body: paragraph(
      `<w:hyperlink r:id="x" w:anchor="part2">${run("part 2", '<w:color w:val="0000FF"/><w:u w:val="single"/>')}</w:hyperlink>`,
    ),
    relations: link("x", "https://council.example/plan"),
    html: '<p><a href="https://council.example/plan#part2">part 2</a></p>',
    notes: [],
  },
  {
    what: "a link to a file on somebody’s disk",
    body: paragraph(`<w:hyperlink r:id="x">${run("the file")}</w:hyperlink>`),
    relations: link("x", "file:///C:/plan.docx"),
    html: "<p>the file</p>",
    notes: ["a link that is no web or mail address – “the file”"],
  },
  {
    what: "smart quotes, dashes, and hyphens of every kind",
    body: paragraph(
      `${run("“It’s” – non")}<w:r><w:noBreakHyphen/></w:r>${run("executive re")}<w:r><w:softHyphen/></w:r>${run("organised")}`,
    ),
    html: "<p>“It’s” – non\u2011executive re\u00ADorganised</p>",
    notes: [],
  },
  {
    what: "bold and italics by character styles",
    body: paragraph(run("much", '<w:rStyle w:val="Strong"/>')),
    styles:
      '<w:style w:type="character" w:styleId="Strong"><w:name w:val="Strong"/><w:rPr><w:b/></w:rPr></w:style>',
    html: "<p><strong>much</strong></p>",
    notes: [],
  },
];

describe("what a section holds that its record cannot", () => {
  it.each(cases)("$what", ({ html, notes, ...word }) => {
    expect(read(word)).toEqual({ html, notes });
  });

  it("keeps words typed into the mark of a draft row", () => {
    const styles = '<w:style w:type="character" w:styleId="DraftMark"><w:name w:val="Draft Mark"/></w:style>';
    const marked = run(" (draft) until May", '<w:rStyle w:val="DraftMark"/>');
    expect(read({ styles, body: table(cell(paragraph(run("Payroll ") + marked))) }).html).toBe(
      '<table><tbody><tr data-draft="true"><td>Payroll until May</td></tr></tbody></table>',
    );
  });
});
