import { afterAll, beforeAll, expect, test } from "vitest";
import type { Database } from "./database.ts";
import { openTestDatabase } from "./testing/open-test-database.ts";

let db: Database;
beforeAll(async () => {
  db = await openTestDatabase();
});
afterAll(() => db.close());

test("answers", async () => {
  await expect(db.ping()).resolves.toBeUndefined();
});
