import { randomBytes } from "node:crypto";
import { describe, expect, it } from "vitest";
import { secretWeakness } from "./secret.ts";

describe("secretWeakness", () => {
  it.each([
    [undefined, /missing/],
    ["", /shorter/],
    ["short", /shorter/],
    ["a".repeat(64), /regular/],
    ["ab".repeat(32), /regular/],
    ["0123456789abcdef0123456789abcdef", /regular/],
    ["abcdefghijklmnopqrstuvwxyzabcdefghijklmnopqrstuvwxyz", /regular/],
    ["q8Zr1xTb".repeat(6), /regular/],
    ["change-me-change-me-change-me-change-me", /example/],
    ["this-is-an-example-of-a-secret-value-000", /example/],
  ])("refuses %s", (secret, reason) => {
    expect(secretWeakness(secret)).toMatch(reason);
  });

  it("takes random ones of every usual spelling", () => {
    for (let trial = 0; trial < 500; trial++) {
      expect(secretWeakness(randomBytes(16).toString("hex"))).toBeUndefined();
      expect(secretWeakness(randomBytes(32).toString("base64url"))).toBeUndefined();
    }
  });
});
