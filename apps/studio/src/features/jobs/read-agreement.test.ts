import type { Job } from "@understudy/core/job/contract";
import { expect, test } from "vitest";
import { readAgreement } from "./read-agreement.ts";
import { readFigures } from "./read-figures.ts";

const job = (kind: Job["kind"], result: Job["result"]) => ({ kind, result }) as Job;

test("a self-check is told by what it compared and what it mended", () => {
  const result = {
    agrees: false,
    counted: { vectors: 1_200 },
    repaired: { filesOrphaned: 2 },
    left: {},
  };
  expect(readAgreement(job("reconcile", result))).toEqual({
    agrees: false,
    counted: [{ name: "Vectors", value: "1,200" }],
    repaired: [{ name: "Files that nothing referred to", value: "2" }],
    left: [],
  });
  expect(readAgreement(job("reconcile", null))).toBeNull();
  expect(readAgreement(job("ingestion", result))).toBeNull();
});

test("figures we have no words for are named by their path", () => {
  expect(readFigures({ pages: { stillFailed: 3 }, note: "kept" })).toEqual([
    { name: "Pages still failed", value: "3" },
    { name: "Note", value: "kept" },
  ]);
});
