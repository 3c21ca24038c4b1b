import { expect, it } from "vitest";
import { costOf } from "./cost-of.ts";

it("gives the cost of a call by the price of its tokens", () => {
  const price = { currency: "EUR", perMillionInputTokens: 2, perMillionOutputTokens: 8 };
  expect(costOf({ inputTokens: 500_000, outputTokens: 250_000 }, price)).toBe(3);
});
