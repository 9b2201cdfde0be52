import { parseSectionHtml } from "../../content/parse-section-html.ts";
import { type PaperLine, type PaperText, textLines } from "../lines/paper-lines.ts";
import type { ReadPaper } from "../paper.ts";
import { readCmisPage } from "../registers/read-cmis.ts";
import {
  modernGovPlanLines,
  readModernGovDecision,
  readModernGovDecisionList,
  readModernGovMeetingList,
} from "../registers/read-modern-gov-pages.ts";
import { readModernGovXml } from "../registers/read-modern-gov-service.ts";
import { contentLines } from "./content-lines.ts";

/** What a file of mark-up is; null when it is plain text, whatever mark-up stands inside it. */
export type WebForm = "moderngov-xml" | "html";

/** Tells mark-up from text by how the file begins. */
export function webForm(lines: readonly PaperLine[]): WebForm | null {
  const begin = lines
    .slice(0, 40)
    .map(({ text }) => text)
    .join("\n")
    .trimStart()
    .replace(/^<\?xml[^>]*\?>\s*/i, "");
  if (
    /^<(?:meeting|getmeetings|committees|getmeeting|getcommittees|councillors|councillorsbyward|getallmeetingsbydate)\b/i.test(
      begin,
    )
  )
    return "moderngov-xml";
  return /^(?:<!doctype html|<html\b|<head\b|<body\b|<div\b|<table\b)/i.test(begin) ? "html" : null;
}

/** Reads a page of ModernGov or CMIS by its own marks; null when it is a page of no kind that is known by them. */
export function readWebPage(form: WebForm, source: string, fileName: string): ReadPaper | null {
  if (form === "moderngov-xml") return readModernGovXml(source, fileName);
  return (
    readModernGovDecision(source) ??
    readModernGovDecisionList(source) ??
    readModernGovMeetingList(source) ??
    readCmisPage(source)
  );
}

/** The words of any page as the lines of a paper. */
export function htmlLines(source: string): PaperText {
  const plan = modernGovPlanLines(source);
  if (plan) return plan;
  const { content, leftOut } = parseSectionHtml(source);
  const read = textLines(contentLines(content).join("\n") || " ");
  return {
    lines: read.lines,
    notes: [
      ...read.notes,
      ...(leftOut.length > 0
        ? [
            {
              line: 1,
              message: `Mark-up of the page that carries no words was left out: ${leftOut.join(", ")}.`,
            },
          ]
        : []),
    ],
  };
}
