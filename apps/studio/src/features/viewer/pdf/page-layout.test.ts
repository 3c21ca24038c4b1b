import fc from "fast-check";
import { expect, test } from "vitest";
import { layPages, pageAt, topOf } from "./page-layout.ts";

test("a place on a page is found again at every zoom", () => {
  const size = fc.record({
    width: fc.integer({ min: 100, max: 900 }),
    height: fc.integer({ min: 100, max: 900 }),
  });
  const sizes = fc.array(size, { minLength: 1, maxLength: 30 });
  fc.assert(
    fc.property(
      sizes,
      fc.nat(29),
      fc.nat(99),
      fc.constantFrom(0.5, 1, 2.25),
      (all, n, y, scale) => {
        const layout = layPages(all, scale);
        const page = (n % all.length) + 1;
        const found = pageAt(layout, topOf(layout, { page, y }));
        expect(found.page).toBe(page);
        expect(found.y).toBeCloseTo(y);
      },
    ),
  );
});

test("what lies above the first page or below the last belongs to them", () => {
  const layout = layPages([{ width: 100, height: 100 }], 1);
  expect(pageAt(layout, 0)).toEqual({ page: 1, y: 0 });
  expect(pageAt(layout, 500).page).toBe(1);
  expect(topOf(layout, { page: 9, y: 0 })).toBe(topOf(layout, { page: 1, y: 0 }));
});
