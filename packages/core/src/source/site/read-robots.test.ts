import { expect, test } from "vitest";
import { readRobots } from "./read-robots.ts";

const read = (text: string) => readRobots("https://a.example/robots.txt", text);

test("the rules for us hold instead of those for all, the longest one first", () => {
  const robots = read(`
    User-agent: *
    Disallow: /
    Sitemap: https://a.example/map.xml

    User-agent: Other
    User-agent: understudy
    Crawl-delay: 3600
    Disallow: /private
    Allow: /private/open$
    Disallow: /*.php?print=`)!;
  const allowed = ["/", "/private/x", "/private/open", "/private/open/x", "/a.php?print=1"].map(
    (path) => robots.allows(`https://a.example${path}`),
  );
  expect(allowed).toEqual([true, false, true, false, false]);
  expect(robots).toMatchObject({ delayMs: 10_000, sitemaps: ["https://a.example/map.xml"] });
});

test.each(["", "<!doctype html><p>Not found</p>", "Disallow: /", "User-agent: *\nDisallow:"])(
  "%j allows everything",
  (text) => expect(read(text)?.allows("https://a.example/x")).toBe(true),
);

test("patterns made to take long are not begun with", () => {
  const costly = Array.from({ length: 1_000 }, () => `Disallow: /${"a*".repeat(100)}`);
  expect(read(`User-agent: *\n${costly.join("\n")}`)).toBeUndefined();
});
