import { z } from "zod";
import { Id } from "../kernel/ids.ts";
import { Expectation, type QualityTest } from "./contract.ts";

const Anchor = z.object({
  contentHash: z.string(),
  beforeHash: z.string().nullable(),
  afterHash: z.string().nullable(),
  headings: z.array(z.string()).readonly(),
  text: z.string(),
  ordinal: z.int(),
});

/** As it is kept: a passage together with what it is found again by. */
export const StoredExpectation = z.union([
  Expectation.options[1].extend({ anchor: Anchor }),
  Expectation,
]);
export type StoredExpectation = z.infer<typeof StoredExpectation>;
export type StoredPassage = z.infer<(typeof StoredExpectation.options)[0]>;

/** A test as a run keeps it, whatever becomes of it meanwhile. */
export const StoredTest = z.object({
  id: Id,
  revision: z.int(),
  question: z.string(),
  expectations: z.array(StoredExpectation),
});
export type StoredTest = z.infer<typeof StoredTest>;

export function isPassage(expectation: StoredExpectation): expectation is StoredPassage {
  return expectation.kind === "cites_passage" && "anchor" in expectation;
}

export function sameTests(
  a: readonly Pick<QualityTest, "id" | "revision">[],
  b: readonly Pick<QualityTest, "id" | "revision">[],
): boolean {
  const keys = (tests: typeof a) => tests.map(({ id, revision }) => `${id}/${revision}`).toSorted();
  return JSON.stringify(keys(a)) === JSON.stringify(keys(b));
}
