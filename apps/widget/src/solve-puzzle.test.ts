import { createHash } from "node:crypto";
import { expect, test } from "vitest";
import { solvePuzzle } from "./solve-puzzle.ts";

test.each([1, 9, 12])(
  "finds what begins with %i zero bits, by what every page has",
  async (bits) => {
    const { challenge, solution } = await solvePuzzle({ challenge: "sealed", bits });
    const digest = createHash("sha256").update(`${challenge}.${solution}`).digest();
    expect(digest.readUInt32BE(0) >>> (32 - bits)).toBe(0);
  },
);
