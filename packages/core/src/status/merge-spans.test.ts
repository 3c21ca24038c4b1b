import type { HealthSpan } from "@understudy/db/queries/service-health";
import { expect, test } from "vitest";
import { mergeSpans, shareWell } from "./merge-spans.ts";

const at = (minute: number) => new Date(Date.UTC(2026, 0, 1, 0, minute));
const span = (
  state: HealthSpan["state"],
  from: number,
  until: number,
  detail: string | null = null,
): HealthSpan => ({ name: "chat", state, detail, beganAt: at(from), seenAt: at(until) });
const hour = { from: at(0), until: at(60) };
const told = (seen: HealthSpan[]) =>
  mergeSpans(seen, hour).map(({ state, from, until }) => [
    state,
    (Date.parse(from) - at(0).getTime()) / 60_000,
    (Date.parse(until) - at(0).getTime()) / 60_000,
  ]);

test("of what several processes saw at a time the worst counts", () => {
  expect(told([span("ok", 0, 60), span("failed", 10, 20), span("degraded", 15, 30)])).toEqual([
    ["ok", 0, 10],
    ["failed", 10, 20],
    ["degraded", 20, 30],
    ["ok", 30, 60],
  ]);
});

test("a state lasts to the next one, and a time when nobody looked is unknown", () => {
  expect(told([span("ok", 0, 10), span("failed", 11, 20), span("ok", 40, 60)])).toEqual([
    ["ok", 0, 11],
    ["failed", 11, 20],
    ["unknown", 20, 40],
    ["ok", 40, 60],
  ]);
  expect(told([])).toEqual([["unknown", 0, 60]]);
});

test("what began before the period is cut at its edge, and another detail is another span", () => {
  expect(told([span("failed", -30, 5, "a"), span("failed", 5, 60, "b")])).toEqual([
    ["failed", 0, 5],
    ["failed", 5, 60],
  ]);
});

test("the share of time that was well leaves out what is unknown", () => {
  const spans = mergeSpans([span("ok", 0, 15), span("failed", 15, 20)], hour);
  expect(shareWell(spans)).toBe(0.75);
  expect(shareWell(mergeSpans([], hour))).toBeNull();
});
