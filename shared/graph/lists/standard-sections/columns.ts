import { declareList } from "../list-declaration.ts";

/** Key: the section and its version, `STD/EQUALITY/2`. */
export const standardSectionsList = declareList({
  name: "StandardSections",
  description: "Texts that the council words once for every report, each version with its days in force.",
  columns: {
    SectionKey: { type: "text", required: true, indexed: true },
    SectionTitle: { type: "text", required: true },
    Content: { type: "note" },
    VersionNumber: { type: "number", required: true },
    InForceFrom: { type: "text", required: true, indexed: true },
    InForceTo: { type: "text" },
    ReportKinds: { type: "text", required: true },
  },
});
