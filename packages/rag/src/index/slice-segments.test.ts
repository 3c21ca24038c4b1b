import fc from "fast-check";
import { expect, it } from "vitest";
import { sliceSegments } from "./slice-segments.ts";

const segments = fc.array(
  fc.nat(700_000).map((length) => ({ bytes: new Uint8Array(length) })),
  { maxLength: 12 },
);

it("keeps every segment in its order, and a slice of several below a megabyte", () => {
  fc.assert(
    fc.property(segments, (list) => {
      const slices = [...sliceSegments(list)];
      expect(slices.flat().every((segment, i) => segment === list[i])).toBe(true);
      expect(slices.flat()).toHaveLength(list.length);
      for (const slice of slices.filter(({ length }) => length > 1)) {
        expect(slice.reduce((sum, { bytes }) => sum + bytes.length, 0)).toBeLessThan(1_000_001);
      }
      expect(slices).not.toContainEqual([]);
    }),
    { numRuns: 30 },
  );
});
