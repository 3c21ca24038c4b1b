import { gzipSync } from "node:zlib";
import { describe, expect, test } from "vitest";
import { SourceRejected } from "../source-rejected.ts";
import { readSitemap } from "./read-sitemap.ts";

function rejectionOf(work: () => unknown): string {
  try {
    return JSON.stringify(work());
  } catch (error) {
    return error instanceof SourceRejected ? error.reason : String(error);
  }
}
const read = (text: string) => readSitemap(new TextEncoder().encode(text));

describe("the addresses of", () => {
  test.each([
    [
      "a sitemap with pictures",
      `<?xml version="1.0"?><urlset xmlns:image="i"><url><loc> https://a.example/?x=1&amp;y=2 </loc>
       <image:image><image:loc>https://a.example/i.png</image:loc></image:image></url>
       <url><loc><![CDATA[https://a.example/b]]></loc></url></urlset>`,
      "pages",
      ["https://a.example/?x=1&y=2", "https://a.example/b"],
    ],
    [
      "an index",
      "<sm:sitemapindex xmlns:sm='s'><sm:sitemap><sm:loc>/1.xml</sm:loc></sm:sitemap></sm:sitemapindex>",
      "index",
      ["/1.xml"],
    ],
    [
      "an RSS feed",
      "<rss><channel><link>https://a.example/</link><item><link>https://a.example/1</link></item></channel></rss>",
      "pages",
      ["https://a.example/1"],
    ],
    [
      "an Atom feed",
      `<feed><link href="/self"/><entry><link rel="edit" href="/e"/><link href="/1"/></entry></feed>`,
      "pages",
      ["/1"],
    ],
    [
      "a list",
      "\uFEFFhttps://a.example/1\r\n\r\n# no\nhttps://a.example/1\n",
      "pages",
      ["https://a.example/1"],
    ],
  ])("%s", (_, text, kind, addresses) => {
    expect(read(text)).toEqual({ kind, addresses, isCut: false });
    const packed = gzipSync(text);
    expect(readSitemap(packed).addresses).toEqual(addresses);
  });
});

test("more addresses than the protocol allows are cut, and said to be", () => {
  const lines = Array.from({ length: 60_000 }, (_, i) => `https://a.example/${i}`);
  const { addresses, isCut } = read(lines.join("\n"));
  expect({ count: addresses.length, isCut }).toEqual({ count: 50_000, isCut: true });
});

test.each([
  ["a page", "<!doctype html><title>404</title>", "source.no_sitemap"],
  ["other XML", "<svg><a href='/x'/></svg>", "source.no_sitemap"],
  ["XML without a bottom", "<a>".repeat(100_000), "source.no_sitemap"],
  ["nothing", "", "source.no_sitemap"],
])("%s is no sitemap", (_, text, reason) => {
  expect(rejectionOf(() => read(text))).toBe(reason);
});

test("neither an entity nor a bomb opens", () => {
  const entity = `<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd"><!ENTITY b "&a;&a;">]>`;
  const { addresses } = read(
    `${entity}<urlset><url><loc>https://a.example/&b;</loc></url></urlset>`,
  );
  expect(addresses).toEqual(["https://a.example/&b;"]);
  const bomb = gzipSync(Buffer.alloc(60_000_000, 0x20), { level: 9 });
  expect(rejectionOf(() => readSitemap(bomb))).toBe("source.too_complex");
});
