import type { Database } from "@understudy/db/client";
import { openTestDatabase } from "@understudy/db/testing/open-test-database";
import { afterAll, beforeAll, expect, test } from "vitest";
import { limitRates, takeOfRates } from "./rates.ts";

let db: Database;
beforeAll(async () => {
  db = await openTestDatabase();
});
afterAll(() => db.close());

const rate = (subject: string, burst: number) => ({
  of: "visitor",
  subject,
  burst,
  perSeconds: 600,
});

test("as many as asked for get through at once, however many ask at the same time", async () => {
  const asked = Array.from({ length: 12 }, () => takeOfRates(db, [rate("crowd", 5)]));
  const refused = (await Promise.all(asked)).filter((each) => each !== null);
  expect(refused).toHaveLength(7);
  for (const { retryAfterSeconds } of refused) {
    expect(retryAfterSeconds).toBeGreaterThan(60);
    expect(retryAfterSeconds).toBeLessThanOrEqual(120);
  }
});

test("who is refused by one rate has taken nothing from the others", async () => {
  await limitRates(db, [rate("narrow", 1)]);
  for (let i = 0; i < 3; i++) {
    await expect(limitRates(db, [rate("wide", 2), rate("narrow", 1)])).rejects.toMatchObject({
      code: "limit_exceeded",
      reason: "limit.visitor",
    });
  }
  expect(await takeOfRates(db, [rate("wide", 2)])).toBeNull();
  expect(await takeOfRates(db, [rate("wide", 2)])).toBeNull();
  expect(await takeOfRates(db, [rate("wide", 2)])).toMatchObject({ of: "visitor" });
});

test("one is free again after its share of the time", async () => {
  const quick = { of: "visitor", subject: "quick", burst: 2, perSeconds: 0.02 };
  for (let i = 0; i < 40; i++) await takeOfRates(db, [quick]);
  await expect.poll(() => takeOfRates(db, [quick]), { interval: 20 }).toBeNull();
});
