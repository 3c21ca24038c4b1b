import { describe, expect, test } from "vitest";
import { rejection } from "../fixtures/rejection.ts";
import { parseBytes } from "../parse-bytes.ts";

async function read(source: string, fileName = "a.eml") {
  const document = await parseBytes(Buffer.from(source.replaceAll("\n", "\r\n"), "latin1"), {
    fileName,
  });
  const { text, blocks, title } = document;
  return {
    title,
    lines: blocks.map(({ kind, start, end }) => `${kind}: ${text.slice(start, end)}`),
  };
}

const head =
  "From: Ann <ann@a.example>\nTo: bob@b.example\nDate: Fri, 20 Nov 2026 10:00:00 +0100\n";
const base64 = (text: string | Buffer) => Buffer.from(text).toString("base64");

describe("an e-mail", () => {
  test("tells subject, people and date, and knows what it quotes", async () => {
    const { title, lines } = await read(`${head}Subject: =?iso-8859-1?Q?Pr=FCfung?=
Content-Type: text/plain; charset=iso-8859-1
Content-Transfer-Encoding: quoted-printable

Die Pr=FCfung ist am Montag um neun, bringen Sie bitte Ihren Ausweis mit, denn o=
hne ihn geht es nicht.

On Thu, Bob wrote:
> When is the exam?
>> Earlier.
`);
    expect(title).toBe("Prüfung");
    expect(lines).toEqual([
      "heading: Prüfung",
      "paragraph: From: Ann <ann@a.example>\nTo: bob@b.example\nDate: Fri, 20 Nov 2026 10:00:00 +0100",
      "paragraph: Die Prüfung ist am Montag um neun, bringen Sie bitte Ihren Ausweis mit, denn ohne ihn geht es nicht.",
      "paragraph: On Thu, Bob wrote:",
      "quote: When is the exam?\nEarlier.",
    ]);
  });

  test("is read from its HTML where the plain form is a stub, and so are its attachments", async () => {
    const { lines } = await read(`${head}Subject: News
Content-Type: multipart/mixed; boundary=X

--X
Content-Type: multipart/alternative; boundary=Y

--Y
Content-Type: text/plain

View in a browser
--Y
Content-Type: text/html

<table><tr><td><h1>Big news</h1><p>The new shop opens on Friday at nine.</p></td></tr></table>
--Y--
--X
Content-Type: text/csv
Content-Disposition: attachment; filename="prices.csv"
Content-Transfer-Encoding: base64

${base64("Item,Price\nTea,2.50\n")}
--X
Content-Type: image/png
Content-Disposition: attachment; filename="shop.png"
Content-Transfer-Encoding: base64

iVBORw0KGgo=
--X
Content-Type: message/rfc822

${head}Subject: Inner

The inner text.
--X--
`);
    expect(lines.slice(2)).toEqual([
      "heading: Big news",
      "paragraph: The new shop opens on Friday at nine.",
      "heading: Attachment: prices.csv",
      "table: Item | Price\nTea | 2.50",
      "heading: Attachment: shop.png",
      "heading: Attachment: forwarded message",
      "heading: Inner",
      expect.stringMatching(/^paragraph: From: Ann/),
      "paragraph: The inner text.",
    ]);
  });

  test("may stand with others in a mailbox", async () => {
    const message = (subject: string) =>
      `From ann@a.example Fri Nov 20 10:00:00 2026\n${head}Subject: ${subject}\n\n>From here on: ${subject}.\n\n`;
    const { title, lines } = await read(message("One") + message("Two"), "box");
    expect(lines.filter((line) => !line.includes("Date"))).toEqual([
      "heading: One",
      "paragraph: From here on: One.",
      "heading: Two",
      "paragraph: From here on: Two.",
    ]);
    expect(title).toBe("One");
  });

  test("within e-mails without end is bounded", async () => {
    let source = `${head}Subject: core\n\nCore.\n`;
    for (let depth = 0; depth < 8; depth += 1)
      source = `${head}Subject: ${depth}\nContent-Type: message/rfc822\n\n${source}`;
    const { lines } = await read(source);
    expect(lines.join()).not.toContain("Core.");
    const parts = "\n--X\nContent-Type: multipart/mixed; boundary=X\n".repeat(2_000);
    const deep = `${head}Content-Type: multipart/mixed; boundary=X\n${parts}`;
    expect(await rejection(Buffer.from(deep), "a.eml")).toMatch(/^source\./);
  });
});

test("a message that was saved as UTF-16, or with a byte order mark, is read as any other", async () => {
  const source = "From: a@x.example\r\nTo: b@x.example\r\nSubject: Fees\r\n\r\nThey are 40 €.\r\n";
  const files = [
    Buffer.from(`\uFEFF${source}`, "utf16le"),
    Buffer.from(source, "utf16le"),
    Buffer.from(`\uFEFF${source}`),
  ];
  for (const bytes of files) {
    const { title, text } = await parseBytes(bytes, { fileName: "a.eml" });
    expect(title).toBe("Fees");
    expect(text).toContain("They are 40 €.");
  }
});

test("flowed lines are joined, each quotation with its own", async () => {
  const { lines } = await read(`${head}Subject: Hours
Content-Type: multipart/mixed; boundary=X

--X
Content-Type: text/plain; charset=utf-8;
 format=flowed

The tower opens at nine 
on weekdays.

>> When does it 
>> open?
> I thought at 
> ten.
-- 
Ann
--X--
`);
  expect(lines.slice(2)).toEqual([
    "paragraph: The tower opens at nine on weekdays.",
    "quote: When does it open?\nI thought at ten.",
    "paragraph: --\nAnn",
  ]);
});

test("a page that a browser saved is read as a page, and a message for another's key refused", async () => {
  const page = `<html><body><nav>Menu</nav><main><h1>Fees</h1><p>Each visit is 77 crowns.</p></main></body></html>`;
  const { title, lines } = await read(`From: <Saved by Blink>
Snapshot-Content-Location: https://a.example/
Subject: Fees
MIME-Version: 1.0
Content-Type: multipart/related; type="text/html"; boundary=X

--X
Content-Type: text/html

${page}
--X
Content-Type: text/css

p { color: red }
--X--
`);
  expect(title).toBe("Fees");
  expect(lines).toEqual(["heading: Fees", "paragraph: Each visit is 77 crowns."]);
  const locked = `${head}Subject: x\nContent-Type: multipart/encrypted; boundary=E\n\n--E\n\nhQEM\n--E--\n`;
  expect(await rejection(Buffer.from(locked), "a.eml")).toBe("source.unsupported");
});
