import { expect, test } from "vitest";
import { createSiteScope } from "./site-scope.ts";

const scope = () => createSiteScope({ pathPrefix: "/docs/" }, ["a.example"]);

test.each([
  ["https://a.example/docs/start", undefined],
  ["https://a.example/docs/paper.pdf", undefined],
  ["http://www.a.example/docs/", undefined],
  ["https://a.example/doc", "outside_path"],
  ["https://a.example:8443/docs/", "other_host"],
  ["https://b.a.example/docs/", "other_host"],
  ["https://a.example/docs/photo.JPG?size=2", "not_text"],
  [`https://a.example/docs/${"next/".repeat(4)}`, "trap"],
  [`https://a.example/docs/${Array.from({ length: 21 }, (_, i) => i).join("/")}`, "trap"],
  [`https://a.example/docs/${"x".repeat(1_000)}`, "trap"],
])("%s is judged %s", (address, reason) => {
  expect(scope().judge(address)).toBe(reason);
});

test("views of one path are let in so often and no more; other paths are not touched by it", () => {
  const { judge } = scope();
  const judged = Array.from({ length: 60 }, (_, month) =>
    judge(`https://a.example/docs/calendar?month=${month}`),
  );
  expect(judged.filter((reason) => reason === undefined)).toHaveLength(50);
  expect(judge("https://a.example/docs/other?month=1")).toBeUndefined();
});

test("a host that the first page leads to belongs to the site", () => {
  const site = scope();
  site.include("b.example");
  expect(site.judge("https://b.example/docs/")).toBeUndefined();
});
