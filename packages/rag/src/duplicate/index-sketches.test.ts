import fc from "fast-check";
import { expect, test } from "vitest";
import { estimateOverlap } from "./estimate-overlap.ts";
import { indexSketches } from "./index-sketches.ts";
import { sketchText } from "./sketch-text.ts";

test("an index of sketches finds exactly those that looking at each would find", () => {
  const words = fc.array(fc.constantFrom("tide", "lamp", "rope", "gull", "keel", "buoy"), {
    minLength: 5,
    maxLength: 60,
  });
  fc.assert(
    fc.property(fc.array(words, { minLength: 1, maxLength: 8 }), words, (texts, asked) => {
      const sketches = texts.map((text) => sketchText(text.join(" ")));
      const sketch = sketchText(asked.join(" "));
      const each = sketches.map((other, at) => ({ at, estimate: estimateOverlap(sketch, other) }));
      const found = indexSketches(sketches)(sketch).sort((a, b) => a.at - b.at);
      expect(found).toEqual(each.filter(({ estimate }) => estimate > 0));
    }),
  );
});
