import type { Job } from "@understudy/core/job/contract";
import { expect, test } from "vitest";
import { keepInPages } from "./keep-in-pages.ts";

/** Its id says when it was made. */
const job = (id: string, status: Job["status"] = "running") =>
  ({ id, status, createdAt: id }) as Job;
const list = (nextCursor: string | null, ...pages: Job[][]) => ({
  pages: pages.map((items, index) => ({
    items,
    nextCursor: index < pages.length - 1 ? "more" : nextCursor,
  })),
  pageParams: pages.map(() => undefined),
});
const idsOf = ({ pages }: ReturnType<typeof keepInPages>) =>
  pages.map(({ items }) => items.map(({ id }) => id));

test("a job is replaced where it stands", () => {
  const kept = keepInPages(list(null, [job("3")], [job("2")]), {}, job("2", "failed"));
  expect(kept.pages[1]?.items[0]?.status).toBe("failed");
  expect(idsOf(kept)).toEqual([["3"], ["2"]]);
});

test("a new job stands by its age in the lists it belongs to", () => {
  const before = list("more", [job("7"), job("5")], [job("3")]);
  expect(idsOf(keepInPages(before, {}, job("8")))).toEqual([["8", "7", "5"], ["3"]]);
  expect(idsOf(keepInPages(before, {}, job("4")))).toEqual([
    ["7", "5"],
    ["4", "3"],
  ]);
  expect(idsOf(keepInPages(before, {}, job("1")))).toEqual([["7", "5"], ["3"]]);
  expect(idsOf(keepInPages(before, { status: "failed" }, job("8")))).toEqual(idsOf(before));
  expect(idsOf(keepInPages(list(null, []), {}, job("1")))).toEqual([["1"]]);
});

test("a job that no longer belongs to a list leaves it", () => {
  const before = list(null, [job("2"), job("1")]);
  const after = keepInPages(before, { status: "running" }, job("2", "succeeded"));
  expect(idsOf(after)).toEqual([["1"]]);
});
