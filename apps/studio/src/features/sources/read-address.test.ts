import { expect, test } from "vitest";
import { readAddress } from "./read-address.ts";

test.each([
  ["https://example.com/a", "https://example.com/a"],
  ["# a list of addresses\r\nhttp://example.com\r\nhttp://example.org", "http://example.com/"],
  ["see https://example.com", null],
  ["javascript:alert(1)", null],
  ["", null],
])("reads %j as %j", (text, expected) => {
  expect(readAddress(text)).toBe(expected);
});
