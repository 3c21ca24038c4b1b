import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { searchIndex } from "../retrieve/search-index.ts";
import { buildSegment } from "./build-segment.ts";
import { CorruptSegment } from "./corrupt-segment.ts";
import { createTwinIndex, type TwinIndex } from "./twin-index.ts";

const WORDS = "pump filter valve filters pumping water oil 水泵 pressure presure seal sealed".split(
  " ",
);
const text = fc.array(fc.constantFrom(...WORDS), { maxLength: 8 }).map((words) => words.join(" "));
const segment = fc.array(fc.record({ text, title: text }), { maxLength: 4 }).map(buildSegment);
const segments = fc.array(segment, { minLength: 1, maxLength: 40 });
const QUERIES = ["pump filter", "presure seal", "水泵 oil", "pumps"];

describe("TwinIndex", () => {
  it("answers the same whatever the order of adding, and merged as alone", () => {
    fc.assert(
      fc.property(segments, fc.func(fc.nat()), (list, order) => {
        const named = list.map((bytes, i) => ({ id: `s${i}`, bytes }));
        const shuffled = named.toSorted((a, b) => order(a.id) - order(b.id));
        expect(answers(indexOf(shuffled))).toEqual(answers(indexOf(named)));
      }),
      { numRuns: 50 },
    );
  });

  it("answers the same whether segments are added together or one by one", () => {
    fc.assert(
      fc.property(segments, fc.nat(40), (list, cut) => {
        const named = list.map((bytes, i) => ({ id: `s${i}`, bytes }));
        const together = createTwinIndex();
        together.addAll(named.slice(0, cut));
        together.addAll(named.slice(cut));
        expect(answers(together)).toEqual(answers(indexOf(named)));
        expect(together.passageCount).toBe(indexOf(named).passageCount);
      }),
      { numRuns: 50 },
    );
  });

  it("adds nothing of a list that holds a damaged segment", () => {
    const index = createTwinIndex();
    const sound = buildSegment([{ text: "pump", title: "" }]);
    const list = [
      { id: "a", bytes: sound },
      { id: "b", bytes: sound.subarray(1) },
    ];
    expect(() => index.addAll(list)).toThrow(CorruptSegment);
    expect(index.segmentIds()).toEqual([]);
    expect(searchIndex(index, "pump", { limit: 5 })).toEqual([]);
  });

  it("answers after a removal as if what was removed had never been added", () => {
    fc.assert(
      fc.property(segments, fc.infiniteStream(fc.boolean()), (list, keeps) => {
        const named = list.map((bytes, i) => ({ id: `s${i}`, bytes }));
        const kept = named.filter(() => keeps.next().value);
        const index = indexOf(named);
        for (const { id } of named) if (!kept.some((other) => other.id === id)) index.remove(id);
        const never = indexOf(kept);
        expect(answers(index)).toEqual(answers(never));
        expect(index.passageCount).toBe(never.passageCount);
        expect(index.segmentIds().sort()).toEqual(never.segmentIds().sort());
      }),
      { numRuns: 50 },
    );
  });

  it("narrowed to some segments answers as if only they were there", () => {
    fc.assert(
      fc.property(segments, (list) => {
        const named = list.map((bytes, i) => ({ id: `s${i}`, bytes }));
        const some = named.filter((_, i) => i % 3 === 0);
        const allowed = new Set(some.map(({ id }) => id));
        expect(answers(indexOf(named), allowed)).toEqual(answers(indexOf(some)));
      }),
      { numRuns: 50 },
    );
  });

  it("replaces a segment that is added again", () => {
    const index = createTwinIndex();
    index.add("a", buildSegment([{ text: "old pump", title: "" }]));
    index.add("a", buildSegment([{ text: "new valve", title: "" }]));
    expect(searchIndex(index, "pump", { limit: 5 })).toEqual([]);
    index.addAll([
      { id: "a", bytes: buildSegment([{ text: "old pump", title: "" }]) },
      { id: "a", bytes: buildSegment([{ text: "newer valve", title: "" }]) },
    ]);
    expect(searchIndex(index, "pump", { limit: 5 })).toEqual([]);
    expect(searchIndex(index, "valve", { limit: 5 })).toHaveLength(1);
    expect(index.passageCount).toBe(1);
  });

  it("gives back the memory of what was removed", () => {
    const index = createTwinIndex();
    for (let i = 0; i < 100; i++) {
      index.add(`s${i}`, buildSegment([{ text: `word${i} other${i}`, title: "" }]));
    }
    const full = index.bytes;
    for (let i = 0; i < 95; i++) index.remove(`s${i}`);
    expect(index.bytes).toBeLessThan(full / 5);
  });
});

function indexOf(named: readonly { id: string; bytes: Uint8Array }[]): TwinIndex {
  const index = createTwinIndex();
  for (const { id, bytes } of named) index.add(id, bytes);
  return index;
}

function answers(index: TwinIndex, allowed?: ReadonlySet<string>) {
  return QUERIES.map((query) => searchIndex(index, query, { limit: 20, allowed }));
}
