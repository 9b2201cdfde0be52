import { contentTypes, officeRelationshipsNamespace, wordNamespace } from "./open-xml-names.ts";
import { runsBetween } from "./paragraph-text.ts";
import type { Tracking } from "./track-changes.ts";
import type { WordPackage } from "./word-package.ts";
import { makeWord, wordAttribute, wordDescendants } from "./xml.ts";

/**
 * Puts a comment on characters of a paragraph: range marks and a reference in the text, the words in the comments
 * part (ECMA-376 part 1, 17.13.4).
 */
export function addComment(
  pack: WordPackage,
  paragraph: Element,
  from: number,
  to: number,
  words: string,
  { author, date }: Tracking,
): void {
  const comments = commentsOf(pack);
  const ids = wordDescendants(comments, "comment").map((one) => Number(wordAttribute(one, "id") ?? 0));
  const id = String(Math.max(-1, ...ids) + 1);
  const comment = makeWord(comments, "comment", { id, author, date });
  const line = comment.appendChild(makeWord(comments, "p"));
  const text = line.appendChild(makeWord(comments, "r")).appendChild(makeWord(comments, "t"));
  text.textContent = words;
  comments.appendChild(comment);

  const runs = runsBetween(paragraph, from, to);
  const [first] = runs;
  const last = runs.at(-1);
  const start = makeWord(paragraph, "commentRangeStart", { id });
  const end = makeWord(paragraph, "commentRangeEnd", { id });
  if (first?.parentNode && last?.parentNode) {
    first.parentNode.insertBefore(start, first);
    last.parentNode.insertBefore(end, last.nextSibling);
  } else {
    paragraph.appendChild(start);
    paragraph.appendChild(end);
  }
  const reference = makeWord(paragraph, "r");
  reference.appendChild(makeWord(paragraph, "commentReference", { id }));
  end.parentNode?.insertBefore(reference, end.nextSibling);
}

function commentsOf(pack: WordPackage): Element {
  const type = `${officeRelationshipsNamespace}/comments`;
  const known = pack.related(pack.mainPart, type);
  if (known === undefined) {
    pack.put("word/comments.xml", `<w:comments xmlns:w="${wordNamespace}"/>`, contentTypes.comments);
    pack.relate(pack.mainPart, type, "comments.xml");
  }
  const root = pack.tree(known ?? "word/comments.xml")?.documentElement;
  if (!root) throw new Error("The comments part is empty.");
  return root;
}
