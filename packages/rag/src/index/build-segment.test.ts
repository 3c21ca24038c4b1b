import { crc32 } from "node:zlib";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { extractTerms } from "../text/extract-terms.ts";
import { buildSegment } from "./build-segment.ts";
import { CorruptSegment } from "./corrupt-segment.ts";
import { openSegment } from "./open-segment.ts";
import { bodyCount, headingCount, SEGMENT_HEADER_BYTES } from "./segment-format.ts";

const passage = fc.record({
  text: fc.oneof(fc.string({ unit: "binary" }), fc.lorem()),
  title: fc.lorem({ maxCount: 3 }),
});

describe("buildSegment", () => {
  it("keeps every term of every passage with its counts, in any script", () => {
    fc.assert(
      fc.property(fc.array(passage, { maxLength: 6 }), (passages) => {
        const segment = openSegment(buildSegment(passages));
        const expected = passages.flatMap(({ text, title }, ordinal) => {
          const body = extractTerms(text);
          const heading = extractTerms(title);
          return [...new Set([...body, ...heading])].map((term) => [
            term,
            ordinal,
            Math.min(31, body.filter((other) => other === term).length),
            Math.min(7, heading.filter((other) => other === term).length),
          ]);
        });
        expect(listPostings(segment).sort()).toEqual(expected.sort());
      }),
    );
  });

  it("refuses bytes with a bit flipped anywhere", () => {
    const bytes = buildSegment([{ text: "The pump runs dry at night.", title: "Pumps" }]);
    fc.assert(
      fc.property(fc.nat(bytes.length - 1), fc.nat(7), (at, bit) => {
        const damaged = bytes.slice();
        damaged[at]! ^= 1 << bit;
        expect(() => openSegment(damaged)).toThrow(CorruptSegment);
      }),
    );
  });

  it("refuses what has the right checksum but makes no segment, or reads it in order", () => {
    const bytes = buildSegment([{ text: "Pumps, 水泵 and 𐍈𐍉 \uff2f\ufb01 pumping", title: "été" }]);
    const change = fc.record({ at: fc.nat(bytes.length - 10), value: fc.nat(255) });
    fc.assert(
      fc.property(fc.array(change, { minLength: 1, maxLength: 3 }), (changes) => {
        const terms = termsOrCorrupt(reseal(bytes, changes));
        expect(terms).toEqual([...new Set(terms)].sort());
      }),
      { numRuns: 2_000 },
    );
  });

  it("refuses bytes cut short and foreign bytes", () => {
    const bytes = buildSegment([{ text: "one two three", title: "" }]);
    for (let length = 0; length < bytes.length; length++) {
      expect(() => openSegment(bytes.subarray(0, length))).toThrow(CorruptSegment);
    }
    fc.assert(
      fc.property(fc.uint8Array(), (foreign) => {
        expect(() => openSegment(foreign)).toThrow(CorruptSegment);
      }),
    );
  });
});

function listPostings(segment: ReturnType<typeof openSegment>) {
  return Array.from({ length: segment.terms.length }, (_, i) => {
    const term = segment.terms.term(i);
    const range = { from: segment.starts[i]!, to: segment.starts[i + 1]! };
    return Array.from({ length: range.to - range.from }, (_, offset) => {
      const packed = segment.packedCounts[range.from + offset]!;
      return [
        term,
        segment.ordinals[range.from + offset]!,
        bodyCount(packed),
        headingCount(packed),
      ];
    });
  }).flat();
}

function reseal(bytes: Uint8Array, changes: readonly { at: number; value: number }[]) {
  const changed = bytes.slice();
  for (const { at, value } of changes) changed[SEGMENT_HEADER_BYTES + at] = value;
  const checksum = crc32(changed.subarray(SEGMENT_HEADER_BYTES));
  new DataView(changed.buffer).setUint32(5, checksum, true);
  return changed;
}

function termsOrCorrupt(bytes: Uint8Array): string[] {
  try {
    const { terms } = openSegment(bytes);
    return Array.from({ length: terms.length }, (_, i) => terms.term(i));
  } catch (error) {
    expect(error).toBeInstanceOf(CorruptSegment);
    return [];
  }
}
