import { expect, test } from "vitest";
import { judgeVersion } from "./judge-version.ts";

const whole = {
  id: "",
  sourceId: "",
  twinId: "",
  blobKey: "",
  isLive: true,
  isReclaimed: false,
  isParsed: true,
  chunkCount: 3,
  chunks: 3,
  vectors: 3,
  indexed: 3,
};

test.each([
  ["whole", {}, undefined],
  ["without a model", { vectors: 0 }, undefined],
  ["a site's", { chunkCount: 0, chunks: 0, vectors: 0, indexed: null }, undefined],
  ["on its way", { isLive: false, chunks: 1, vectors: 0, indexed: null }, undefined],
  ["short of a passage", { chunks: 2, vectors: 2 }, "passages"],
  ["without an index", { indexed: null }, "passages"],
  ["with an index of something else", { indexed: 2 }, "passages"],
  ["half embedded", { vectors: 1 }, "vectors"],
  ["reclaimed", { isLive: false, isReclaimed: true, chunks: 0, indexed: null }, undefined],
  ["reclaimed by half", { isLive: false, isReclaimed: true, indexed: null }, "remains"],
] as const)("a version that is %s", (_, counts, fault) => {
  expect(judgeVersion({ ...whole, ...counts })).toBe(fault);
});
