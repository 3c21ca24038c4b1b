import { expect, test } from "vitest";
import { AllowedOrigin, isAllowedOrigin } from "./origin.ts";

test.each([
  ["https://Example.com/", "https://example.com"],
  ["https://example.com:443", "https://example.com"],
  ["http://localhost:8080", "http://localhost:8080"],
  ["https://*.example.com", "https://*.example.com"],
  ["https://*.example.com:8443", "https://*.example.com:8443"],
  ["https://bücher.example", "https://xn--bcher-kva.example"],
])("%s is kept as browsers send it", (given, kept) => {
  expect(AllowedOrigin.parse(given)).toBe(kept);
});

test.each([
  "example.com",
  "*",
  "https://*",
  "https://*.com",
  "https://*.0.0.1",
  "https://a.*.example.com",
  "https://*.*.example.com",
  "https://example.com/path",
  "https://example.com?x=1",
  "https://user@example.com",
  "javascript://example.com",
  "null",
  "",
])("%j is refused", (given) => {
  expect(AllowedOrigin.safeParse(given).success).toBe(false);
});

test("an origin is let in by scheme, host and port together", () => {
  const allowed = ["https://example.com", "https://*.example.org"];
  expect(isAllowedOrigin("https://example.com", allowed)).toBe(true);
  expect(isAllowedOrigin("https://shop.example.org", allowed)).toBe(true);
  for (const origin of [
    "http://example.com",
    "https://example.com:8443",
    "https://www.example.com",
    "https://example.com.evil.example",
    "https://evil-example.com",
    "https://example.org",
    "https://a.b.example.org",
    "https://shop.example.org:8443",
    "https://shopexample.org",
    "null",
  ]) {
    expect(isAllowedOrigin(origin, allowed), origin).toBe(false);
  }
  expect(isAllowedOrigin("https://example.com", [])).toBe(false);
});
