/** Whom to ask about a report. */
export interface PrintedContact {
  readonly name: string;
  readonly telephone?: string;
  readonly email?: string;
}

/** A line that labels whom to ask, or how. */
export const contactLabel =
  /^(?<label>contact officer|report author|officer contact|contact(?: name)?|author|telephone(?: number| no\.?)?|tel(?:ephone)?(?: no\.?)?|phone|e-?mail(?: address)?)\s*:?\s*(?:\t|:|$)/i;

/** The people that labels and values name, each with the numbers and addresses below the name. */
export function contactsOf(
  cells: readonly { readonly label: string; readonly value: string }[],
): PrintedContact[] {
  const contacts: { name: string; telephone?: string; email?: string }[] = [];
  for (const { label, value } of cells) {
    if (value === "") continue;
    if (/^(?:tel|phone)/i.test(label)) {
      const last = contacts.at(-1);
      if (last && last.telephone === undefined) last.telephone = value;
      else contacts.push({ name: "", telephone: value });
    } else if (/mail/i.test(label)) {
      const last = contacts.at(-1);
      if (last && last.email === undefined) last.email = value;
      else contacts.push({ name: "", email: value });
    } else {
      const email = /[^\s,;<>()]+@[^\s,;<>()]+/.exec(value)?.[0];
      const telephone = /\(?\+?0[\d() -]{8,}\d/.exec(value)?.[0];
      const name = [email, telephone].reduce<string>(
        (words, part) => (part ? words.replace(part, "") : words),
        value,
      );
      contacts.push({
        name: name
          .replace(/(?:\b(?:tel(?:ephone)?|e-?mail)\s*:?)/gi, "")
          .replace(/[\s,;:()<>-]+$/, "")
          .replace(/(?:\s*[,;]){2,}/g, ","),
        ...(telephone !== undefined ? { telephone } : {}),
        ...(email !== undefined ? { email } : {}),
      });
    }
  }
  return contacts;
}
