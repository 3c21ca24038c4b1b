import { expect, it } from "vitest";
import { indexName } from "./open-vector-store.ts";

it("names an index after its model, where Pinecone takes that name", () => {
  expect(indexName("understudy", "text-embedding-3-small")).toBe(
    "understudy-text-embedding-3-small",
  );
});

it("keeps models apart whose names come out alike", () => {
  const pairs = [
    ["nomic/embed", "nomic-embed"],
    ["Embed", "embed"],
    [`${"long-".repeat(12)}a`, `${"long-".repeat(12)}b`],
  ] as const;
  for (const [one, other] of pairs) {
    const names = [one, other].map((model) => indexName("understudy", model));
    expect(names[0]).not.toBe(names[1]);
    for (const name of names) expect(name).toMatch(/^[a-z0-9](?:[a-z0-9-]{0,43}[a-z0-9])?$/);
  }
});
