import { DOMParser, XMLSerializer } from "@xmldom/xmldom";
import type { XmlTools } from "../../infra/local/word-simulator/model/xml.ts";

/** XML trees without a browser, for tests of the simulator's model. */
export const xmlTools: XmlTools = {
  parse: (text) => new DOMParser().parseFromString(text, "text/xml") as unknown as Document,
  serialize: (node) => new XMLSerializer().serializeToString(node as never),
};
