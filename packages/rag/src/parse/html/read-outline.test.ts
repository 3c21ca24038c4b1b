import { expect, test } from "vitest";
import { readOutline } from "./read-outline.ts";

const outlineOf = (html: string) => readOutline(new TextEncoder().encode(html));

test("a page's head and links are read as they stand there", () => {
  const outline = outlineOf(`<!doctype html><head>
    <title> Of  oaks
      &amp; elms </title><base href="/trees/">
    <link rel="canonical" href="/oaks"><link rel="canonical" href="/other">
    <meta name="ROBOTS" content="NoIndex, nofollow"><meta name="description" content="noindex">
    </head><p><a href="oak?a=1&amp;b=2">Oak</a> <a rel="external nofollow" href="ad">Ad</a>
    <a href="ad">the same</a> <a name="here">no link</a><map><area href="/map"></map>
    <svg><title>A picture</title></svg><script>"<a href='/code'>"</script>`);
  expect(outline).toEqual({
    title: "Of oaks & elms",
    baseUrl: "/trees/",
    canonicalUrl: "/oaks",
    robots: ["noindex", "nofollow"],
    links: [
      { href: "oak?a=1&b=2", isNofollow: false },
      { href: "ad", isNofollow: false },
      { href: "/map", isNofollow: false },
    ],
  });
});

test("a page of nothing but links and open tags is bounded, and soon read", () => {
  const links = (before: string) =>
    Array.from({ length: 100_000 }, (_, i) => `${before}<a href="/${i}"></a>`).join("");
  expect(outlineOf(links("<li>")).links).toHaveLength(5_000);
  expect(() => outlineOf(links("<div>"))).toThrow("nested too deeply");
});
