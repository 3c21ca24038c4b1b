import { expect, test } from "vitest";
import { readAddresses } from "./read-addresses.ts";

test("a list is read line by line, without what is no address and without doubles", () => {
  const list = "https://a.example/1\n  http://a.example/2, https://a.example/1\nand more\n";
  expect(readAddresses(list)).toEqual(["https://a.example/1", "http://a.example/2"]);
  expect(readAddresses("")).toEqual([]);
});
