import { randomBytes } from "node:crypto";
import fc from "fast-check";
import { expect, it } from "vitest";
import { createVault } from "./vault.ts";

const vault = createVault(randomBytes(32).toString("hex"));

it("opens what it sealed, never twice the same bytes", () => {
  fc.assert(
    fc.property(fc.string(), (text) => {
      const wellFormed = text.toWellFormed();
      expect(vault.open(vault.seal(wellFormed))).toBe(wellFormed);
      expect(Buffer.compare(vault.seal(wellFormed), vault.seal(wellFormed))).not.toBe(0);
    }),
  );
});

it("refuses what was altered, cut, or sealed under another secret", () => {
  const sealed = vault.seal("open sesame");
  for (let at = 0; at < sealed.length; at++) {
    const altered = Uint8Array.from(sealed);
    altered[at] = (altered[at] ?? 0) ^ 1;
    expect(() => vault.open(altered)).toThrow();
  }
  expect(() => vault.open(sealed.subarray(0, 20))).toThrow();
  expect(() => createVault("another secret").open(sealed)).toThrow();
});

it("vouches for one text under one secret only", () => {
  const other = createVault("another secret");
  expect(vault.vouch("a")).toEqual(vault.vouch("a"));
  expect(vault.vouch("a")).toHaveLength(32);
  expect(vault.vouch("a")).not.toEqual(vault.vouch("b"));
  expect(vault.vouch("a")).not.toEqual(other.vouch("a"));
});
