/** A title apart from those who are named behind it. */
export interface TitleWithOfficers {
  readonly title: string;
  readonly officers: string[];
}

const noName =
  /\b(?:annual|report|update|review|service|services|committee|interim|final|item|verbal|standing|quarter\w*|monitoring|progress|pre-?scrutiny|if required|tbc|programme|plan|board|strategy|budget|policy|phase|part|group|paper|draft|private|public|outturn)\b|^[A-Z&/]{2,8}$|\d/i;
const officerLabel =
  "(?:(?:lead|report(?:ing)?|contact|responsible|scrutiny)\\s+)?(?:lead|officers?|authors?|contacts?|reports? (?:of|by)|presented by|presenter|witness(?:es)?|owner)(?:\\s+(?:officers?|members?|authors?))?";
const labelled = new RegExp(
  `^(.*\\S)\\s*[([]\\s*(?:${officerLabel}\\s*:|reports? (?:of|by|from)\\s+(?:the\\s+)?)\\s*(.{2,120})[)\\]]$`,
  "i",
);
const behindLabel = new RegExp(`^(.*\\S)\\s*(?:[-–—;.]|\\s)\\s*${officerLabel}\\s*:\\s*([^:]{2,120})$`, "i");
const person =
  /^(?:(?:Cllr|Councillor|Dr|Mr|Mrs|Ms|Miss|Sir|Dame|Prof(?:essor)?|Inspector|Superintendent|Rev)\.?\s+)?\p{Lu}[\p{L}’'.-]*(?:\s+(?:\p{Lu}[\p{L}’'.-]*|de|van|von|al|el)){1,3}$/u;
const post =
  /\b(?:director|head|officer|manager|chief|clerk|solicitor|assistant|executive|advis[eo]r|auditor|team|services?|council|leader|chair)\b/i;

/** Whether words are a person's name, and neither a post nor a part of a title. */
export const isPerson = (words: string) => person.test(words) && !noName.test(words) && !post.test(words);

/** “Adoption (A Name/B Name)”, “Adoption [Lead: A Name]”: the last brackets hold the officers, unless they read otherwise. */
export function withOfficers(printed: string): TitleWithOfficers {
  const text = printed.replace(/\s+/g, " ").trim();
  const said = labelled.exec(text) ?? behindLabel.exec(text);
  if (said?.[1] && said[2])
    return { title: said[1].replace(/[\s,;–-]+$/, ""), officers: officersOf(said[2]) };
  const match = /^(.*\S)\s*\(([^()]{3,90})\)$/.exec(text);
  if (
    !match?.[1] ||
    !match[2] ||
    noName.test(match[2]) ||
    !/^\p{Lu}/u.test(match[2]) ||
    match[2].split(/[\s/,&]+/).length > 9
  )
    return { title: text, officers: [] };
  return { title: match[1], officers: officersOf(match[2]) };
}

/** “Visitor economy – A Name”: the name behind the last dash, where it is one; perhaps with a post behind it. */
export function officerBehindDash(title: string): TitleWithOfficers | null {
  const match = /^(.*\S)\s+[–—-]\s+([^–—]{3,80})$/.exec(title);
  const [name = "", ...posts] = (match?.[2] ?? "").split(/\s*,\s*/);
  return match?.[1] && isPerson(name) && posts.every((words) => post.test(words))
    ? { title: match[1], officers: [[name, ...posts].join(", ")] }
    : null;
}

/** Whether what stands behind the last dash is a person beyond doubt: with a title, or with a post. */
export function hasPostBehindDash(title: string): boolean {
  const [name] = officerBehindDash(title)?.officers ?? [];
  return (
    name !== undefined && (name.includes(",") || /^(?:Cllr|Councillor|Dr|Mr|Mrs|Ms|Miss|Prof)\b/.test(name))
  );
}

const officerLine = new RegExp(`^${officerLabel}\\s*:\\s*(\\S.{1,120})$`, "i");

/** “Report of: Head of Parks” on a line of its own, below its item; null for other lines. */
export function officersOfLine(text: string): string[] | null {
  const words = officerLine.exec(text)?.[1];
  return words === undefined ? null : officersOf(words);
}

/** Officers of a cell or of brackets, one by one; “Director of Finance and Resources” is one. */
export function officersOf(text: string): string[] {
  return text
    .split(/\s*[/;,]\s*|\v|<br\s*\/?>/i)
    .flatMap((part) => {
      const both = part.split(/\s+(?:and|&)\s+/);
      return both.length > 1 && both.every((name) => isPerson(name.trim())) ? both : [part];
    })
    .map((name) =>
      name
        .replace(/\s*\((?:lead|task|review|chair|cabinet|portfolio)[^()]*\)\s*$/i, "")
        .replace(/\s+/g, " ")
        .trim(),
    )
    .reduce<string[]>((names, name) => {
      const last = names.at(-1);
      // “A Name, Head of Parks” is one person with a post.
      if (last !== undefined && isPerson(last) && post.test(name) && !isPerson(name) && !/[;/]/.test(text))
        names[names.length - 1] = `${last}, ${name}`;
      else names.push(name);
      return names;
    }, [])
    .filter((name) => name !== "" && !/^(?:none|n\/?a|tb[acd]|[-–—]+|to be confirmed)$/i.test(name));
}
