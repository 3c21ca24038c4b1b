import { expect, test } from "vitest";
import { dayOf, periodOf } from "./period-of.ts";

const now = new Date(2026, 10, 24, 15, 30);
const local = (month: number, date: number) => new Date(2026, month, date).toISOString();

test("a range ends with today, and days that were chosen are counted in", () => {
  expect(periodOf({ range: "7d" }, now)).toMatchObject({ from: local(10, 18), to: local(10, 25) });
  expect(periodOf({}, now)).toMatchObject({ range: "30d", from: local(9, 26) });
  const chosen = periodOf({ since: "2026-11-01", until: "2026-11-03" }, now);
  expect(chosen).toMatchObject({ range: undefined, from: local(10, 1), to: local(10, 4) });
  expect([dayOf(chosen.from), dayOf(chosen.to, { isEnd: true })]).toEqual([
    "2026-11-01",
    "2026-11-03",
  ]);
});
