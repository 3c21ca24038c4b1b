import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { rerankFeatures } from "./rerank-features.ts";
import { rerankPassages } from "./rerank-passages.ts";

const NO_SCORES = { lexical: 0, characters: 0, dense: null, vector: null, fused: 0 };
const context = {
  termIdf: (term: string) => (term.length > 3 ? 2 : 0.5),
  signal: new AbortController().signal,
  correlationId: "c-1",
};

const candidate = (text: string, title = "") => ({ text, title, scores: NO_SCORES });

async function order(query: string, texts: readonly string[]) {
  const scores = await rerankPassages(
    query,
    texts.map((text) => candidate(text)),
    context,
  );
  return [...texts.keys()].sort((a, b) => scores[b]! - scores[a]!).map((i) => texts[i]);
}

describe("rerankPassages", () => {
  it("prefers the question's words together in one sentence to the same words apart", async () => {
    const together = "Other matters come first. The pump filter must be cleaned.";
    const apart = "The pump is blue. A filter came later. It must be cleaned.";
    expect((await order("clean the pump filter", [apart, together]))[0]).toBe(together);
  });

  it("recognises a misspelt word", async () => {
    expect((await order("presure valve", ["nothing here", "the pressure valve"]))[0]).toBe(
      "the pressure valve",
    );
  });

  it("reads scripts without spaces", async () => {
    expect((await order("水泵怎么清洗", ["天气很好。", "清洗水泵的方法。"]))[0]).toBe(
      "清洗水泵的方法。",
    );
  });

  it("counts the heading", async () => {
    const [plain, headed] = await rerankPassages(
      "pump filter",
      [candidate("Do it monthly."), candidate("Do it monthly.", "Pump filter")],
      context,
    );
    expect(headed!).toBeGreaterThan(plain!);
  });

  it("gives every feature between 0 and 1 for any text", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme" }), fc.array(fc.lorem()), (query, texts) => {
        const all = rerankFeatures(
          query,
          [...texts, query].map((text) => candidate(text, query)),
          context,
        );
        for (const value of all.flatMap((features) => Object.values(features))) {
          expect(value).toBeGreaterThanOrEqual(0);
          expect(value).toBeLessThanOrEqual(1 + 1e-9);
        }
      }),
    );
  });
});
