import { expect, test } from "vitest";
import { isListing, kindOfAddress } from "./added-kinds.ts";

test.each([
  ["https://www.youtube.com/watch?v=dQw4w9WgXcQ", "video"],
  ["https://youtu.be/dQw4w9WgXcQ?t=42", "video"],
  ["https://m.youtube.com/shorts/dQw4w9WgXcQ", "video"],
  ["https://example.com/", "site"],
  ["https://example.com/sitemap.xml", "site"],
  ["https://example.com/sitemap_index.xml.gz", "site"],
  ["https://example.com/blog/feed/", "site"],
  ["https://example.com/handbook", "page"],
  ["https://example.com/?p=12", "page"],
  ["https://notyoutube.com/watch", "page"],
])("%s is a %s", (address, kind) => {
  expect(kindOfAddress(address)).toBe(kind);
});

test("a sitemap or a feed lists its pages itself", () => {
  expect(isListing("https://example.com/sitemap-posts.xml")).toBe(true);
  expect(isListing("https://example.com/rss.xml")).toBe(true);
  expect(isListing("https://example.com/how-to-feed")).toBe(false);
  expect(isListing("https://example.com/")).toBe(false);
});
