import fc from "fast-check";
import { expect, it } from "vitest";
import { createThoughtSieve } from "./skip-thoughts.ts";

it("leaves out leading thoughts however the stream was split, and nothing else", () => {
  const piece = fc.constantFrom("<think>", "</think>", "<th", "ink>", " ", "\n", "word", "<b>");
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 8 }), (pieces) => {
      const whole = pieces.join("");
      const [, rest] = /^\s*<think>[\s\S]*?<\/think>\s*([\s\S]*)$/.exec(whole) ?? [];
      const isOpen = /^\s*<think>/.test(whole) && rest === undefined;
      for (const split of [[whole], [...whole], pieces]) {
        const given = read(split);
        if (isOpen) expect(given).toBe("");
        // White space behind the thoughts may have come in a piece of its own.
        else expect(given.trimStart()).toBe((rest ?? whole).trimStart());
      }
    }),
  );
});

function read(pieces: readonly string[]): string {
  const sieve = createThoughtSieve();
  return pieces.map(sieve.take).join("") + sieve.end();
}
