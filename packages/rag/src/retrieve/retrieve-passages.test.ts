import { describe, expect, it } from "vitest";
import { buildSegment } from "../index/build-segment.ts";
import { createTwinIndex } from "../index/twin-index.ts";
import type { PassageText } from "../rerank/rerank.ts";
import type { DroppedCandidate } from "./retrieval.ts";
import { retrievePassages } from "./retrieve-passages.ts";

const SOURCES = {
  pumps: ["A pump moves water uphill.", "Clean the pump filter each month."],
  valves: ["A valve stops the water.", "Clean the pump filter each month."],
  secret: ["The pump password is tulip."],
};

describe("retrievePassages", () => {
  it("returns loaded passages with the score and time of each stage", async () => {
    const { passages, timingsMs } = await retrieve({ query: "clean the filter" });
    expect(passages[0]!.passage.text).toBe("Clean the pump filter each month.");
    expect(passages[0]!.scores).toMatchObject({ lexical: expect.any(Number), reranked: null });
    expect(passages[0]!.score).toBe(passages[0]!.scores.fused);
    expect(Object.keys(timingsMs)).toEqual(["search", "load", "rerank", "select"]);
  });

  it("drops near-duplicates, what is gone, and what is beyond the limit, each with its reason", async () => {
    const query = "clean filter pump";
    const { passages, dropped } = await retrieve({ query, limit: 3, gone: "secret" });
    expect(passages.map(({ segmentId }) => segmentId)).toEqual(["pumps", "pumps"]);
    expect(reasons(dropped)).toEqual({
      "valves 0": "unmatched",
      "valves 1": "near_duplicate",
      "secret 0": "gone",
    });
    const first = await retrieve({ query, limit: 1 });
    expect(first.passages).toHaveLength(1);
    expect(Object.values(reasons(first.dropped))).toContain("limit");
  });

  it("lets no one source crowd out the others, and fills up when there is no other", async () => {
    const query = "pump water filter";
    const both = await retrieve({ query, limit: 2 });
    expect(new Set(both.passages.map(({ segmentId }) => segmentId)).size).toBe(2);
    const one = await retrieve({ query, limit: 2, allowed: new Set(["pumps"]) });
    expect(one.passages).toHaveLength(2);
  });

  it("fuses the hits of a dense arm and says where it found nothing", async () => {
    const { passages } = await retrieve({
      query: "filter",
      searchDense: async () => [{ segmentId: "valves", ordinal: 0, similarity: 0.9 }],
    });
    const dense = passages.find(({ passage }) => passage.text === "A valve stops the water.");
    expect(dense!.scores).toMatchObject({ lexical: 0, vector: expect.closeTo(0.26) });
    expect(passages.find(({ scores }) => scores.lexical > 0)!.scores.vector).toBeNull();
  });

  it("orders by the reranker's scores", async () => {
    const { passages } = await retrieve({
      query: "pump",
      rerank: async (_, candidates) => candidates.map(({ text }) => text.length),
    });
    const lengths = passages.map(({ passage }) => passage.text.length);
    expect(lengths).toEqual(lengths.toSorted((a, b) => b - a));
    expect(passages[0]!.scores.reranked).toBe(passages[0]!.score);
  });
});

function reasons(dropped: readonly DroppedCandidate<PassageText>[]) {
  return Object.fromEntries(
    dropped.map(({ segmentId, ordinal, droppedBecause }) => [
      `${segmentId} ${ordinal}`,
      droppedBecause,
    ]),
  );
}

type Options = Partial<Omit<Parameters<typeof retrievePassages>[0], "index" | "load" | "call">>;

function retrieve({ gone, ...options }: Options & { query: string; gone?: string }) {
  const index = createTwinIndex();
  for (const [id, texts] of Object.entries(SOURCES)) {
    index.add(id, buildSegment(texts.map((text) => ({ text, title: "" }))));
  }
  return retrievePassages({
    index,
    limit: 10,
    call: { signal: new AbortController().signal, correlationId: "c-1" },
    ...options,
    load: async (candidates) =>
      candidates.map(({ segmentId, ordinal }) => {
        if (segmentId === gone) return undefined;
        return { text: SOURCES[segmentId as keyof typeof SOURCES][ordinal]!, title: "" };
      }),
  });
}
