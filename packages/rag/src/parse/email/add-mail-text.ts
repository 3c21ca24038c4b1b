import type { DocumentBuilder } from "../document-builder.ts";
import { normalizeText } from "../normalize-text.ts";
import { addPlainText } from "../text/parse-plain-text.ts";

const QUOTED = /^\s?(?:>\s?)+/;

/** Adds the text of a message; lines that quote an earlier one become quotations. */
export function addMailText(builder: DocumentBuilder, raw: string): void {
  let lines: string[] = [];
  let isQuoted = false;
  const finish = () => {
    addPlainText(builder, lines.join("\n"), isQuoted ? "quote" : "paragraph");
    lines = [];
  };
  for (const line of normalizeText(raw).split("\n")) {
    const quotes = QUOTED.test(line);
    if (quotes !== isQuoted && line.trim() !== "") {
      finish();
      isQuoted = quotes;
    }
    lines.push(quotes ? line.replace(QUOTED, "") : line);
  }
  finish();
}
