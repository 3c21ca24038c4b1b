import { expect, it } from "vitest";
import { readBearer } from "./bearer-token.ts";

it.each([
  [null, { kind: "none" }],
  ["", { kind: "malformed" }],
  ["Bearer", { kind: "malformed" }],
  ["Bearer ", { kind: "malformed" }],
  ["Basic dXNlcjpwYXNz", { kind: "malformed" }],
  ["Bearer a b", { kind: "malformed" }],
  ["Bearer null", { kind: "token", token: "null" }],
  ["bearer us_sk_x", { kind: "token", token: "us_sk_x" }],
  [`Bearer ${"x".repeat(513)}`, { kind: "malformed" }],
])("reads %j", (header, read) => {
  expect(readBearer(header)).toEqual(read);
});
