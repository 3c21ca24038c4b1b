import fc from "fast-check";
import { expect, it } from "vitest";
import { TermList } from "./term-list.ts";
import { Vocabulary } from "./vocabulary.ts";

it("numbers distinct terms in the order they came, and finds exactly them", () => {
  const terms = fc.array(fc.string({ unit: "grapheme", minLength: 1 }), { maxLength: 400 });
  fc.assert(
    fc.property(terms, (list) => {
      const vocabulary = new Vocabulary();
      const distinct = [...new Set(list)];
      const ids = list.map((term) => vocabulary.intern(listOf(term), 0));
      expect(ids).toEqual(list.map((term) => distinct.indexOf(term)));
      expect(distinct.map((_, id) => vocabulary.term(id))).toEqual(distinct);
      expect(distinct.map((term) => vocabulary.find(term))).toEqual([...distinct.keys()]);
      expect(vocabulary.find(`${distinct.join("")}?`)).toBeUndefined();
      expect(vocabulary.size).toBe(distinct.length);
    }),
  );
});

function listOf(term: string): TermList {
  const bytes = Buffer.from(term);
  const list = new TermList({ terms: 1, bytes: bytes.length });
  list.append(bytes, 0, bytes.length);
  return list;
}
