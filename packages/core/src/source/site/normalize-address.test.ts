import { assert, property, webUrl } from "fast-check";
import { expect, test } from "vitest";
import { normalizeAddress } from "./normalize-address.ts";

test.each([
  ["HTTP://Example.COM:80/a?#top", "http://example.com/a"],
  ["https://example.com:443/a/../b/./c", "https://example.com/b/c"],
  ["https://example.com./a", "https://example.com/a"],
  ["https://example.com/a?utm_source=x&id=7&UTM_Campaign=y&fbclid=z", "https://example.com/a?id=7"],
  ["https://example.com/a?q=a%20b&&q=c+d&", "https://example.com/a?q=a%20b&q=c+d"],
  ["https://example.com/shop;jsessionid=1F?PHPSESSID=2", "https://example.com/shop"],
  ["https://example.com/?presid=7&sidebar=1", "https://example.com/?presid=7&sidebar=1"],
  [" ../x ", "https://example.com/x"],
])("%s is %s", (address, normal) => {
  expect(normalizeAddress(address, "https://example.com/y/z")).toBe(normal);
});

test.each(["mailto:a@example.com", "javascript:alert(1)", "https://a:b@example.com/", "http://["])(
  "%s is the address of no page",
  (address) => expect(normalizeAddress(address)).toBeUndefined(),
);

test("what is normal stays as it is", () => {
  assert(
    property(webUrl({ withQueryParameters: true, withFragments: true }), (address) => {
      const normal = normalizeAddress(address)!;
      expect(normalizeAddress(normal)).toBe(normal);
    }),
  );
});
