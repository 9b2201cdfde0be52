/** How councils print the number or reference of an item beside its title. */
const forms: readonly RegExp[] = [
  /^(?<reference>(?:\p{Lu}{1,5}[ ])?(?=[\p{Lu}\d/.-]*\d)[\p{Lu}\d]{1,8}(?:[/.-][\p{Lu}\d]{1,8}){1,4}|\p{Lu}{1,5}[-/ ]?\d{2,6})\s*[-–—:.]?\s+(?=[\p{L}“"'])/u,
  /^(?:item\s+)?(?<reference>\d{1,3})[.):]\s+(?=[\p{L}“"'])/iu,
  /\s*[([](?:ref(?:erence)?\.?\s*(?:no\.?)?\s*:?\s*)?(?<reference>(?=[^()[\]]*\d)[\p{Lu}\d][\p{L}\d/.-]*)[)\]]$/iu,
];

/** “KEY” beside a title says that the decision is key. */
const keyMark = /\s*[([]?\bKEY(?: DECISION)?[)\]]?\s*$/;

/**
 * Titles without the references that most of a plan's items carry, and what was taken off; a number in the title of
 * one item is a part of it.
 */
export function withoutReferences(titles: readonly string[]): {
  readonly titles: readonly string[];
  readonly references: readonly string[];
} {
  const references: string[] = [];
  const plain = forms.reduce<readonly string[]>(
    (given, form) => {
      const carry = given.filter((title) => form.test(title)).length;
      if (carry < 2 || carry < given.length * 0.6) return given;
      return given.map((title) => {
        const found = form.exec(title)?.groups?.reference;
        if (found === undefined) return title;
        references.push(found);
        return title.replace(form, "");
      });
    },
    titles.map((title) => title.replace(keyMark, "")),
  );
  return { titles: plain, references };
}
