import type { Address, Email } from "postal-mime";
import type { DocumentBuilder } from "../document-builder.ts";
import { decodeShifted } from "../encoding/decode-shifted.ts";
import { addHtmlBlocks } from "../html/add-html-blocks.ts";
import { openPage } from "../html/open-page.ts";
import { normalizeLine } from "../normalize-text.ts";
import { addMailText } from "./add-mail-text.ts";
import type { Unflow } from "./unflow.ts";

/** Adds the head and the text of one message. */
export function addMessage(builder: DocumentBuilder, message: Email, unflow: Unflow): void {
  builder.add({ kind: "heading", level: 1 }, normalizeLine(message.subject ?? ""));
  builder.add({ kind: "paragraph" }, describe(message));
  addBody(builder, message, unflow);
}

function describe(message: Email): string {
  const written = message.headers.find(({ key }) => key === "date")?.value;
  const lines: [string, string | undefined][] = [
    ["From", name(message.from)],
    ["To", message.to?.map(name).join(", ")],
    ["Cc", message.cc?.map(name).join(", ")],
    ["Date", written],
  ];
  return lines
    .filter(([, value]) => value)
    .map(([key, value]) => `${key}: ${normalizeLine(value ?? "")}`)
    .join("\n");
}

function name(address?: Address): string {
  if (!address) return "";
  if (address.group) return [address.name, address.group.map(name).join(", ")].join(": ");
  const { name: said, address: mailbox } = address;
  return said && mailbox ? `${said} <${mailbox}>` : said || mailbox;
}

// Programs that write HTML put a stub such as "view this in a browser" beside it.
const SUBSTANTIAL_SHARE = 0.5;

/** The plain form where it says as much as the HTML beside it. */
function addBody(builder: DocumentBuilder, message: Email, unflow: Unflow): void {
  const text = unflow(unshift(message.text ?? "", message));
  const html = message.html && unshift(message.html, message);
  const page = html ? openPage(html).body : undefined;
  const wordsInHtml = page ? countWords(page.textContent ?? "") : 0;
  if (page && countWords(text) < wordsInHtml * SUBSTANTIAL_SHARE) {
    addHtmlBlocks(below(builder), page, { keepsLandmarks: true });
  } else addMailText(builder, text);
}

const WIDE = /[^\0-\xFF]/;

/** The library leaves the bytes of encodings that no browser knows as they are. */
function unshift(text: string, { headers }: Email): string {
  const type = headers.find(({ key }) => key === "content-type")?.value;
  const charset = /charset="?([\w-]+)/i.exec(type ?? "")?.[1];
  return (
    (WIDE.test(text) ? undefined : decodeShifted(Buffer.from(text, "latin1"), charset)) ?? text
  );
}

/** Headings in the text stand below the subject. */
function below(builder: DocumentBuilder): DocumentBuilder {
  return {
    ...builder,
    add: ({ level, ...fields }, ...rest) =>
      builder.add({ ...fields, ...(level && { level: Math.min(6, level + 1) }) }, ...rest),
  };
}

function countWords(text: string): number {
  return text.match(/[\p{L}\p{N}]+/gu)?.length ?? 0;
}
