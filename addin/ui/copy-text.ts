/**
 * Puts the text of a field on the clipboard. Where the browser forbids that to a framed page, the text is selected.
 * @returns what has happened, for the person.
 */
export async function copyText(field: HTMLInputElement | HTMLTextAreaElement | null): Promise<string> {
  if (!field) return "";
  field.select();
  try {
    await navigator.clipboard.writeText(field.value);
    return "Copied.";
  } catch (error) {
    console.error(error);
    return "The browser does not let this page copy. The text is selected: press Ctrl+C.";
  }
}
