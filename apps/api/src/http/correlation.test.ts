import { expect, it } from "vitest";
import { correlationIdOf } from "./correlation.ts";

const UUID = /^[0-9a-f-]{36}$/;

it.each(["abcdefgh", "4bf92f3577b34da6a3ce929d0e0e4736", "trace:01.a_b-c"])("keeps %s", (id) => {
  expect(correlationIdOf(id)).toBe(id);
});

it.each([
  undefined,
  "",
  "short",
  "has space here",
  "line\nbreak-token",
  '"quoted-token"',
  "x".repeat(200),
])("makes its own for %j", (id) => {
  expect(correlationIdOf(id)).toMatch(UUID);
});
