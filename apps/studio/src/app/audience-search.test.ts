import { expect, test } from "vitest";
import { audienceFilterOf, readAudienceSearch } from "./audience-search.ts";

test("an address says which people, and what it may not say is passed over", () => {
  const search = readAudienceSearch({
    search: "ann",
    source: "import",
    lastSeen: 7,
    firstSeen: "2",
    blocked: "yes",
    sort: "messages",
    open: "one",
  });
  expect(search).toEqual({
    search: "ann",
    source: "import",
    lastSeen: "7",
    sort: "messages",
    open: "one",
  });
  const filter = audienceFilterOf(search, new Date(2026, 2, 10, 15));
  expect(filter).toEqual({
    search: "ann",
    source: "import",
    lastSeenFrom: new Date(2026, 2, 4).toISOString(),
  });
  expect(audienceFilterOf({ firstSeen: "older" }, new Date(2026, 2, 31))).toEqual({
    firstSeenTo: new Date(2026, 2, 2).toISOString(),
  });
});
