import { expect, test } from "vitest";
import { readDirectives } from "./read-directives.ts";

test.each([
  [[], null, false, false],
  [["noindex"], null, true, false],
  [["none"], null, true, true],
  [[], "noindex, nofollow", true, true],
  [[], "max-snippet: 20, nofollow", false, true],
  [[], "otherbot: noindex, nofollow", false, false],
  [[], "otherbot: noindex, understudy: nofollow", false, true],
  [["index"], "unavailable_after: 25 Jun 2030 15:00:00 PST, NOINDEX", true, false],
])("%j and %j", (directives, header, isNoindex, isNofollow) => {
  expect(readDirectives(directives, header)).toEqual({ isNoindex, isNofollow });
});
