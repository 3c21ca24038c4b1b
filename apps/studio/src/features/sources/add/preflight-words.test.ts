import { expect, test } from "vitest";
import { lengthWords } from "./preflight-words.ts";

test("lengths are said as people say them", () => {
  expect([0.2, 45, 720, 3_600, 3_900].map(lengthWords)).toEqual([
    "1 s",
    "45 s",
    "12 min",
    "1 h",
    "1 h 5 min",
  ]);
});
