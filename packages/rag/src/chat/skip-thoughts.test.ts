import fc from "fast-check";
import { expect, it } from "vitest";
import type { ChatEvent } from "./chat-model.ts";
import { skipThoughts } from "./skip-thoughts.ts";

it("leaves out leading thoughts however the stream was split, and nothing else", async () => {
  const piece = fc.constantFrom("<think>", "</think>", "<th", "ink>", " ", "\n", "word", "<b>");
  await fc.assert(
    fc.asyncProperty(fc.array(piece, { maxLength: 8 }), async (pieces) => {
      const whole = pieces.join("");
      const [, rest] = /^\s*<think>[\s\S]*?<\/think>\s*([\s\S]*)$/.exec(whole) ?? [];
      const isOpen = /^\s*<think>/.test(whole) && rest === undefined;
      for (const split of [[whole], [...whole], pieces]) {
        const given = await read(split);
        if (isOpen) expect(given).toBe("");
        // White space behind the thoughts may have come in a piece of its own.
        else expect(given.trimStart()).toBe((rest ?? whole).trimStart());
      }
    }),
  );
});

async function read(pieces: readonly string[]): Promise<string> {
  let text = "";
  for await (const event of skipThoughts(stream(pieces)))
    if (event.type === "text") text += event.text;
  return text;
}

async function* stream(pieces: readonly string[]): AsyncGenerator<ChatEvent> {
  for (const text of pieces) yield { type: "text", text };
  yield { type: "end", finishReason: "stop", usage: null };
}
