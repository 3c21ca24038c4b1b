import { expect, test } from "vitest";
import { pairChanges } from "./pair-changes.ts";

const change = (id: string, kind: "added" | "removed", text: string) => ({
  id,
  change: kind,
  text,
  locator: { start: 0, end: text.length },
});

test("a rewritten passage stands beside what it replaced", () => {
  const now = change("now", "added", "The coastal course costs 460 euros with the chart set.");
  const fresh = change("fresh", "added", "A night course for fog and radar begins in April.");
  const then = change("then", "removed", "The coastal course costs 420 euros with the chart set.");
  const lost = change("lost", "removed", "Rasmus Holm is a radio officer.");
  expect(pairChanges([now, fresh, lost, then])).toEqual([
    { id: "now", after: now, before: then },
    { id: "fresh", after: fresh },
    { id: "lost", before: lost },
  ]);
});
