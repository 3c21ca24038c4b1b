import { expect, test } from "vitest";
import { Domain } from "./domain.ts";

test.each([
  ["example.com", "example.com"],
  [" HTTPS://Shop.Example.com./about?x#y ", "shop.example.com"],
  ["bücher.example", "xn--bcher-kva.example"],
  ["http://example.co.uk:80", "example.co.uk"],
])("%s is the domain %s", (text, domain) => {
  expect(Domain.parse(text)).toBe(domain);
});

test.each([
  "",
  "localhost",
  "127.0.0.1",
  "0x7f.1",
  "[::1]",
  "example.com:8443",
  "a:b@example.com",
  "-example.com",
  "exa_mple.com",
  "*.example.com",
  "example..com",
  `${"a".repeat(64)}.com`,
  `${"a.".repeat(121)}com`,
  "ftp://example.com",
])("%j is no domain that can be proven", (text) => {
  expect(Domain.safeParse(text).success).toBe(false);
});
