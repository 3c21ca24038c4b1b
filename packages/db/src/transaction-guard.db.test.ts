import { afterAll, beforeAll, expect, test } from "vitest";
import type { Database } from "./database.ts";
import { newId } from "./new-id.ts";
import { inAuth, inDispatch, inResolver, inTenant } from "./scope.ts";
import { openTestDatabase } from "./testing/open-test-database.ts";
import { assertNoTransaction, InsideTransaction } from "./transaction-guard.ts";

let db: Database;
beforeAll(async () => {
  db = await openTestDatabase();
});
afterAll(() => db.close());

const nothing = async () => {};
const open = {
  tenant: (work: () => Promise<void>) => inTenant(db, { tenantId: newId() }, work),
  auth: (work: () => Promise<void>) => inAuth(db, work),
  resolver: (work: () => Promise<void>) => inResolver(db, work),
  dispatch: (work: () => Promise<void>) => inDispatch(db, work),
};
const names = Object.keys(open) as (keyof typeof open)[];
const pairs = names.flatMap((outer) => names.map((inner) => [outer, inner] as const));

test.each(pairs)(
  "inside a transaction of the %s scope one of the %s scope is refused at once",
  async (outer, inner) => {
    await expect(open[outer](() => open[inner](nothing))).rejects.toBeInstanceOf(InsideTransaction);
  },
);

test("a call to the outside is refused inside a transaction, and names what it was", async () => {
  const calling = open.tenant(async () => {
    await Promise.resolve();
    assertNoTransaction("a call to the embedding provider");
  });
  await expect(calling).rejects.toThrow("a call to the embedding provider");
  expect(() => assertNoTransaction("a call")).not.toThrow();
});

test("what a transaction started and left running is outside once it has ended", async () => {
  const ended = Promise.withResolvers<void>();
  let later: Promise<void> | undefined;
  await open.tenant(async () => {
    later = ended.promise.then(() => open.tenant(nothing));
  });
  ended.resolve();
  await expect(later).resolves.toBeUndefined();
});

test("a transaction that failed leaves the way free", async () => {
  await expect(open.tenant(() => Promise.reject(new Error("no")))).rejects.toThrow("no");
  await expect(open.tenant(nothing)).resolves.toBeUndefined();
});
