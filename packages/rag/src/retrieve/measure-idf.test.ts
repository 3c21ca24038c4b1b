import { expect, it } from "vitest";
import { buildSegment } from "../index/build-segment.ts";
import { createTwinIndex } from "../index/twin-index.ts";
import { measureIdf } from "./measure-idf.ts";

const segmentOf = (text: string) => buildSegment([{ text, title: "" }]);

it("stays the same function until the index changes, and then measures anew", () => {
  const index = createTwinIndex();
  index.add("a", segmentOf("whale"));
  const before = measureIdf(index);
  const [rare, unknown] = [before("whale"), before("squid")];
  expect(measureIdf(index)).toBe(before);
  index.add("b", segmentOf("squid"));
  expect(measureIdf(index)("squid")).toBeLessThan(unknown);
  index.remove("b");
  expect(measureIdf(index)("squid")).toBe(unknown);
  expect(measureIdf(index)("whale")).toBe(rare);
});

it("measures only what may be seen", () => {
  const index = createTwinIndex();
  index.add("a", segmentOf("whale"));
  index.add("b", segmentOf("whale squid"));
  expect(measureIdf(index, new Set(["a"]))("squid")).toBe(
    measureIdf(index, new Set(["a"]))("crab"),
  );
});
