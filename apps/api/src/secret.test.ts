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
    ["q8Zr1xTbYu27Kd".repeat(3), /regular/],
    ["change-me-change-me-change-me-change-me", /example/],
    ["this-is-an-example-of-a-secret-value-000", /example/],
  ])("refuses %s", (secret, reason) => {
    expect(secretWeakness(secret)).toMatch(reason);
  });

  it.each(["e3d931ad46f0ee82444444f4444a5420", "0080220212a881205c20e85e2922e1ea"])(
    "takes %s, a random one that happens to be uneven",
    (secret) => {
      expect(secretWeakness(secret)).toBeUndefined();
    },
  );

  it("takes random ones of every usual spelling", () => {
    for (let trial = 0; trial < 500; trial++) {
      expect(secretWeakness(randomBytes(16).toString("hex"))).toBeUndefined();
      expect(secretWeakness(randomBytes(32).toString("base64url"))).toBeUndefined();
    }
  });
});
