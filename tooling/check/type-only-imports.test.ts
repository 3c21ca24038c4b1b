import { expect, test } from "vitest";
import { valueImportsOfOurs } from "./type-only-imports.ts";

test("types pass, values and bare imports are named", () => {
  const source = [
    'import type { AppRouter } from "@understudy/api/router";',
    'import { Source } from "@understudy/core/source/contract";',
    'import "@understudy/core/twin/contract";',
    'export type { Twin } from "@understudy/core/twin/contract";',
    'import {\n  a,\n  b,\n} from "@understudy/db/client";',
    'import { h } from "preact";',
    'import { placeMarks } from "@understudy/answer-text/marks/place-marks";',
  ].join("\n");
  expect(valueImportsOfOurs(source)).toEqual([
    "@understudy/core/source/contract",
    "@understudy/core/twin/contract",
    "@understudy/db/client",
  ]);
});
