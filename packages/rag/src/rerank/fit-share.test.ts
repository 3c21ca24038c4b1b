import { describe, expect, test } from "vitest";
import { DENSE_SHARES, orderByShare, USUAL_SHARE } from "./dense-share.ts";
import { fitShare, LEAST_QUESTIONS } from "./fit-share.ts";
import { rerankPassages } from "./rerank-passages.ts";

const of = (scoreOf: (share: number) => number, count = 40) =>
  Array.from({ length: count }, () => DENSE_SHARES.map(scoreOf));

describe("fitShare", () => {
  test("leaves vectors out where they only lead astray, and words where only vectors know", () => {
    expect(fitShare(of((share) => (share <= 0.01 ? 1 : 0.5))).share).toBeLessThan(0.05);
    expect(fitShare(of((share) => (share >= 20 ? 1 : 0.5))).share).toBeGreaterThan(5);
  });

  test("stays with the usual share where all are alike, and where questions are too few", () => {
    expect(fitShare(of(() => 0.7))).toEqual({ share: USUAL_SHARE, gain: 0, gainWithin: 0 });
    const few = fitShare(of((share) => (share < 1 ? 1 : 0), LEAST_QUESTIONS - 1));
    expect(few).toEqual({ share: USUAL_SHARE, gain: 0, gainWithin: 0 });
    expect(fitShare(of((share) => (share < 1 ? 1 : 0), LEAST_QUESTIONS)).share).toBeLessThan(1);
    expect(fitShare([])).toEqual({ share: USUAL_SHARE, gain: 0, gainWithin: 0 });
  });

  test("prefers what its neighbours agree with to what is best by itself", () => {
    const scores = of((share) => ({ 0.2: 0.8, 0.5: 0.8, 1: 0.8, 20: 0.82 })[share] ?? 0.4);
    expect(fitShare(scores).share).toBe(0.5);
  });

  test("tells the gain on questions that it was not picked on, and how sure that is", () => {
    const flips = Array.from({ length: 40 }, (_, i) =>
      DENSE_SHARES.map((share) => (share < 1 === i % 4 > 0 ? 1 : 0)),
    );
    const { share, gain, gainWithin } = fitShare(flips);
    expect(share).toBeLessThan(1);
    expect(gain).toBeCloseTo(0.5);
    expect(gainWithin).toBeGreaterThan(0.2);
  });
});

test("an order by share is that of the local reranker with the share", async () => {
  const scores = { lexical: 0, characters: 0, vector: 0, fused: 0 };
  const candidates = [
    {
      title: "",
      text: "Boats are tied up by sunset.",
      scores: { ...scores, lexical: 2, dense: 0 },
    },
    { title: "", text: "Vessels moor at dusk.", scores: { ...scores, dense: 1 } },
  ];
  const context = {
    termIdf: () => 1,
    signal: new AbortController().signal,
    correlationId: "test",
  };
  const orders = orderByShare("boats", candidates, context).map(([first]) => first);
  expect(orders[0]).toBe(candidates[0]);
  expect(orders.at(-1)).toBe(candidates[1]);
  for (const [at, denseShare] of DENSE_SHARES.entries()) {
    const [boats = 0, vessels = 0] = await rerankPassages("boats", candidates, {
      ...context,
      denseShare,
    });
    expect(orders[at]).toBe(boats >= vessels ? candidates[0] : candidates[1]);
  }
});
