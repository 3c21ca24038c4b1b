import { expect, test } from "vitest";
import { chooseBucket, cutPeriod } from "./cut-period.ts";
import { periodBefore, resolvePeriod } from "./resolve-period.ts";

const berlin = "Europe/Berlin";

test("days begin when they do where the viewer is, also on the day the clocks change", () => {
  const period = { from: "2026-10-23T22:00:00.000Z", to: "2026-10-26T23:00:00.000Z" };
  expect(cutPeriod(period, { bucket: "day", timeZone: berlin })).toEqual([
    "2026-10-23T22:00:00.000Z",
    "2026-10-24T22:00:00.000Z",
    "2026-10-25T23:00:00.000Z",
  ]);
});

test("a period that begins in the middle has a first part that is shorter", () => {
  const period = { from: "2026-05-06T09:30:00.000Z", to: "2026-05-18T00:00:00.000Z" };
  expect(cutPeriod(period, { bucket: "week", timeZone: "UTC" })).toEqual([
    "2026-05-06T09:30:00.000Z",
    "2026-05-11T00:00:00.000Z",
  ]);
  expect(cutPeriod(period, { bucket: "hour", timeZone: "Asia/Kolkata" })?.slice(0, 2)).toEqual([
    "2026-05-06T09:30:00.000Z",
    "2026-05-06T10:30:00.000Z",
  ]);
});

test("a day that has no midnight begins with its first hour", () => {
  const period = { from: "2026-09-05T04:00:00.000Z", to: "2026-09-08T03:00:00.000Z" };
  expect(cutPeriod(period, { bucket: "day", timeZone: "America/Santiago" })).toEqual([
    "2026-09-05T04:00:00.000Z",
    "2026-09-06T04:00:00.000Z",
    "2026-09-07T03:00:00.000Z",
  ]);
});

test("a line is as fine as can be read, and never endless", () => {
  const ago = (days: number) => ({
    from: new Date(Date.UTC(2026, 5, 1) - days * 86_400_000).toISOString(),
    to: "2026-06-01T00:00:00.000Z",
  });
  expect([1, 30, 300, 3_000].map((days) => chooseBucket(ago(days)))).toEqual([
    "hour",
    "day",
    "week",
    "month",
  ]);
  expect(cutPeriod(ago(60), { bucket: "hour", timeZone: "UTC" })).toBeUndefined();
});

test("the period before has as many days, and ends where this one begins", () => {
  const now = new Date("2026-03-31T12:00:00Z");
  const period = resolvePeriod({ timeZone: berlin }, now);
  expect(period).toEqual({ from: "2026-03-01T23:00:00.000Z", to: "2026-03-31T22:00:00.000Z" });
  expect(periodBefore(period, berlin)).toEqual({
    from: "2026-01-30T23:00:00.000Z",
    to: period.from,
  });
});
