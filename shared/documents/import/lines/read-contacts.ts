import type { PublishedContact } from "../../../contracts/answer.ts";

const token =
  /(?<email>[A-Za-z0-9._%+'’-]+@[A-Za-z0-9.-]+\.[A-Za-z]{2,})|(?<telephone>(?:\+44\s?(?:\(0\))?\s?|\(?0)\d[\d\s()-]{7,}\d(?:\s*(?:ext|x)\.?\s*\d+)?)|(?<mark>(?:\b(?:tel(?:ephone)?(?:\s+(?:no|number))?|phone|e-?mail(?:\s+address)?|mobile)\b\.?\s*:?))|(?<parting>[\n;]|,(?=\s)|\s\/\s)/gi;

/**
 * Reads the officers of a contact cell: name, then e-mail and telephone in any order, one officer after another.
 * A name begins the next officer once the one before has an address or a number.
 */
export function readContacts(cell: string): PublishedContact[] {
  const text = whole(cell);
  const contacts: { name: string; email?: string; telephone?: string }[] = [];
  let place = 0;
  let parted = true;
  const takeWords = (words: string) => {
    const name = words
      .replace(/\s+/g, " ")
      .replace(/^[\s,;:.()–-]+|[\s,;:(–-]+$/g, "")
      .trim();
    if (!/\p{L}/u.test(name) || /^(?:and|or)$/i.test(name)) return;
    const current = contacts.at(-1);
    if (!current || current.email !== undefined || current.telephone !== undefined || parted) {
      contacts.push({ name: name.replace(/^and\s+/i, "") });
    } else {
      current.name = `${current.name} ${name}`;
    }
    parted = false;
  };
  for (const match of text.matchAll(token)) {
    takeWords(text.slice(place, match.index));
    place = match.index + match[0].length;
    const { email, telephone, parting } = match.groups ?? {};
    if (parting !== undefined) {
      const current = contacts.at(-1);
      const addressed = current?.email !== undefined || current?.telephone !== undefined;
      // A comma inside a name and post (“A Name, Head of Service”) parts nothing until an address has come; nor does
      // the end of a line after a first name.
      parted =
        addressed ||
        (parting === ","
          ? isName(current?.name ?? "") &&
            isName(/^\s*([^,;\n]*?)\s*(?:[,;\n]|\btel\b|$)/i.exec(text.slice(place))?.[1] ?? "")
          : parting !== "\n" ||
            ((current?.name ?? "").trim().includes(" ") &&
              !beginsPost(text.slice(place), (current?.name ?? "").includes(","))));
      // A post on the line below a name belongs to it.
      if (parting === "\n" && current && !parted && current.name.includes(" ") && !current.name.endsWith(","))
        current.name += ",";
      if (parting === "," && current && !parted) current.name += ",";
    } else if (email !== undefined || telephone !== undefined) {
      let current = contacts.at(-1);
      const taken = email !== undefined ? current?.email : current?.telephone;
      if (!current || taken !== undefined) {
        current = { name: email ? nameOfAddress(email) : "" };
        contacts.push(current);
      }
      if (email !== undefined) current.email = email;
      else current.telephone = (telephone ?? "").replace(/[()-]/g, " ").replace(/\s+/g, " ").trim();
    }
  }
  takeWords(text.slice(place));
  return contacts.map((contact) => ({
    ...contact,
    name: contact.name.replace(/,+$/, "").replace(/,(?=\S)/g, ", "),
  }));
}

/** A cell whose names and addresses are whole again where its narrow column broke them. */
function whole(cell: string): string {
  return cell
    .replace(/(?<=\p{L})-\s*\n\s*(?=\p{Lu})/gu, "-")
    .replace(/(?<!\s)(?=[^\S\n]*\n)\s+(?:and\s+)?(?=(?:councillor|cllr)\b)/gi, "; ")
    .replace(/\b(of|and|for|the|&)\s*\n\s*/g, "$1 ")
    .replace(
      /(\S+@[\w.-]+)[ \t]*\n?[ \t]*(\.[a-z.]{2,14}|(?!(?:tel|phone|or|and|ext|mobile|e-?mail)\b)\b[a-z][a-z.]{0,13})(?=\s|$)/g,
      (all, start: string, end: string) =>
        /\.(?:uk|com|org|net|info|example)$/.test(start) && !end.startsWith(".") ? all : `${start}${end}`,
    );
}

const ofPost =
  /\b(?:head|director|officer|manager|lead|leader|team|chief|assistant|deputy|strategic|service|services|executive|solicitor|secretary|accountant|adviser|advisor|planner|engineer|surveyor|partner|consultant|agent|specialist|analyst|registrar|inspector|technician|curator|librarian|co-?ordinator|of|for|and|the)\b/i;
/** Whether the next line is what somebody does, and no name. */
function beginsPost(text: string, begun: boolean): boolean {
  const [line = "", below = ""] = text
    .trimStart()
    .split(/[,;\n]/)
    .map((part) => part.trim());
  // “Harbour” / “Master”: the rest of a post that was begun on the line above.
  if (begun && /^\p{Lu}\p{Ll}+$/u.test(line)) return true;
  const own = ofPost.test(line) || (ofPost.test(below) && !isName(below) && !below.includes(" "));
  return own && !/@|\d{4}/.test(line);
}

/** Two or three words with capitals, and none of a post. */
const isName = (text: string) =>
  /^\p{Lu}[\p{L}'’.-]*(?: \p{Lu}[\p{L}'’-]*){1,2}$/u.test(text.trim()) && !ofPost.test(text);

/** “robin.marsh@council.example” was printed without a name: Robin Marsh. */
function nameOfAddress(email: string): string {
  return (email.split("@")[0] ?? "")
    .split(/[._]/)
    .filter((part) => part !== "")
    .map((part) => part.charAt(0).toUpperCase() + part.slice(1))
    .join(" ");
}
