import { NotReadyToPublish, publishCopy } from "../documents/publish/publish-copy.ts";
import { UnreadableWordFile } from "../documents/read/word-package.ts";
import { defaultTemplateFile, templateFileName } from "../documents/template/default-template.ts";
import { Refused } from "./refused.ts";

/** Our template as a .docx, with the name under which a council puts it into its report library. */
export function reportTemplateFile(): { readonly name: string; readonly bytes: Uint8Array } {
  return { name: templateFileName, bytes: defaultTemplateFile() };
}

/**
 * A document as the public may have it: without keys, versions, remarks and people.
 * @throws {Refused} when tracked changes are left, or when the bytes are no Word document.
 */
export function copyForPublication(bytes: Uint8Array): Uint8Array {
  try {
    return publishCopy(bytes);
  } catch (error) {
    if (error instanceof NotReadyToPublish)
      throw new Refused({ code: "bad-request", message: error.message }, error);
    if (error instanceof UnreadableWordFile)
      throw new Refused({ code: "not-readable", message: error.message }, error);
    throw error;
  }
}
