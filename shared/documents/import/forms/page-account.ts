import { attributeOf, hasClass, type PageElement, pageElements } from "../../content/page-elements.ts";
import { opening } from "../lines/line-ledger.ts";
import { homeLeftOut, withoutHomeAddresses } from "../lines/private-addresses.ts";
import { WordAccount } from "../lines/word-account.ts";
import type { Coverage, PaperWarning, RegisterPaper } from "../paper.ts";
import type { RegisterData } from "../registers/register-paper.ts";

/** Words of a page that stand together: a paragraph, a heading, a cell. */
interface PageBlock {
  /** Their line in the file. */
  readonly line: number;
  readonly text: string;
  /** Whether they are the page's own and not its frame's. */
  readonly own: boolean;
  /** Whether the page says that the public may not see what they name. */
  readonly restricted: boolean;
}

const inline =
  /^(?:a|abbr|b|big|cite|code|em|font|i|label|mark|q|s|small|span|strike|strong|sub|sup|time|u)$/;
const silent = /^(?:script|style|noscript|template|svg|head|title)$/;

/**
 * What became of the words of a page: they are in the data, or a warning tells of them. Home addresses of persons are
 * taken out of every text that is asked of it.
 */
export class PageAccount {
  readonly elements: readonly PageElement[];
  readonly #blocks: readonly PageBlock[];
  #homes = 0;

  /** @param isContent whether an element holds the page's own words; where none does, all are. */
  constructor(html: string, isContent: (element: PageElement) => boolean) {
    this.elements = pageElements(html);
    const framed = this.elements.some(isContent);
    const blocks: PageBlock[] = [];
    let text = "";
    let line = 1;
    const end = (own: boolean, restricted: boolean) => {
      const words = text.replace(/\s+/g, " ").trim();
      if (words !== "") blocks.push({ line, text: words, own, restricted });
      text = "";
    };
    const walk = (nodes: PageElement["childNodes"], own: boolean, restricted: boolean) => {
      for (const node of nodes) {
        if (node.nodeName === "#text" && "value" in node) {
          if (text.trim() === "") line = node.sourceCodeLocation?.startLine ?? line;
          text += node.value;
        }
        if (!("tagName" in node) || silent.test(node.tagName) || hasClass(node, "mgHide")) continue;
        const inside = own || !framed || isContent(node);
        const shut = restricted || hasRestriction(node);
        if (inline.test(node.tagName)) {
          walk(node.childNodes, own, restricted);
          continue;
        }
        end(own, restricted);
        walk(node.childNodes, inside, shut);
        end(inside, shut);
      }
    };
    for (const root of this.elements.filter(({ parentNode }) => parentNode && !("tagName" in parentNode)))
      walk([root], false, false);
    end(false, false);
    this.#blocks = blocks;
  }

  /** A text without home addresses. */
  clean(text: string): string {
    const plain = withoutHomeAddresses(text);
    this.#homes += plain.count;
    return plain.text;
  }

  /**
   * The page as a register.
   * @param left labels whose words are left out for want of a field: one warning names them.
   */
  register(
    system: RegisterData["system"],
    title: string,
    given: Partial<RegisterData>,
    left: readonly string[] = [],
  ): RegisterPaper {
    const data: RegisterData = { system, committees: [], meetings: [], decisions: [], ...given };
    return { kind: "register", title, ...this.#close([title, data], left), data };
  }

  #close(read: unknown, left: readonly string[]): { warnings: PaperWarning[]; coverage: Coverage } {
    const account = new WordAccount(read, []);
    const warnings: PaperWarning[] = [];
    let kept = 0;
    const frame = this.#blocks.some(({ own }) => !own);
    if (frame || left.length > 0)
      warnings.push({
        line: 1,
        message:
          "The page’s frame, its links and the names of its marks are not words of the council and were left out.",
      });
    if (left.length > 0)
      warnings.push({
        line: 1,
        message: `What stands beside ${left.map((label) => `“${label}”`).join(", ")} was left out.`,
      });
    const restricted = this.#blocks.filter((block) => block.own && block.restricted).length;
    if (restricted > 0)
      warnings.push({
        line: 1,
        message: `${restricted} restricted ${restricted === 1 ? "document was" : "documents were"} left out.`,
      });
    for (const [at, { own, text, line, restricted: shut }] of this.#blocks.entries()) {
      // A label may stand above its words.
      const above = this.#blocks[at - 1]?.text.replace(/[\s:?]+$/, "") ?? "";
      if (!own || shut || left.some((label) => text.startsWith(label) || label === above)) continue;
      const plain = withoutHomeAddresses(text).text.replace(fileSize, "");
      const lost = account.lostIn(plain, labelWords);
      if (lost.length === 0) kept += 1;
      else
        warnings.push({
          line,
          message: `Of this line these words were not read: “${opening(lost.join(" "))}”. Look whether they matter.`,
        });
    }
    if (this.#homes > 0) warnings.push({ line: 1, message: homeLeftOut });
    return {
      warnings: warnings.sort((a, b) => a.line - b.line),
      coverage: { lines: this.#blocks.length, read: kept, blank: 0, warned: this.#blocks.length - kept },
    };
  }
}

const fileSize = /\b(?:PDF|DOCX?|XLSX?)\s+\d+(?:\.\d+)?\s*[KMG]B\b/gi;

/** Words of the labels and links that a system prints on each of its pages. */
const labelWords =
  "accompanying affected alternative author call called comes considered contact deadline decided details effective find force from future history if ins interest into issue key lists more nature not options other out page pages pdf previous publication published purpose reasons report reports row start status subject urgent";

function hasRestriction(element: PageElement): boolean {
  return (
    element.childNodes.some(
      (node) =>
        "tagName" in node &&
        (hasClass(node, "mgRestricted") ||
          /restricted/i.test(attributeOf(node, "class")) ||
          hasRestriction(node)),
    ) && /^(?:li|p|td)$/.test(element.tagName)
  );
}
