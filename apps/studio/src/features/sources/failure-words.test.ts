import { expect, test } from "vitest";
import { pageReasonWords } from "./failure-words.ts";

test("every reason of a report is told in words", () => {
  expect(pageReasonWords("robots")).toMatch(/robots\.txt/);
  expect(pageReasonWords("status_503")).toBe("The site answered 503.");
  expect(pageReasonWords("rate_limited")).toMatch(/come back later/);
  expect(pageReasonWords("brand_new")).toBe("brand new");
});
