import { expect, test } from "vitest";
import { eventsForVisitor } from "./show-to-visitor.ts";

const citation = {
  sourceId: "0",
  sourceTitle: "Handbook",
  sourceUrl: "https://a.example/secret",
  chunkId: null,
  quote: "long words ".repeat(40),
  locator: { start: 0, end: 440 },
  answerSpan: { start: 0, end: 3 },
};
const event = { type: "citation", sequence: 2, messageId: "1", citation } as const;

test("of a citation a visitor sees all, its beginning without its address, or nothing", () => {
  expect(eventsForVisitor(event, "full")).toEqual([event]);
  const [excerpt] = eventsForVisitor(event, "excerpt");
  expect(excerpt!.citation.quote).toMatch(/^long words.{0,115}…$/);
  expect(JSON.stringify(excerpt)).not.toContain("secret");
  expect(eventsForVisitor(event, "none")).toEqual([]);
});
