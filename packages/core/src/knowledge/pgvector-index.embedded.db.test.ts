import type { Database } from "@understudy/db/database";
import { insertAuthRecord } from "@understudy/db/queries/auth-records";
import { insertTenantWithOwner } from "@understudy/db/queries/memberships";
import { inAuth, inTenant } from "@understudy/db/scope";
import { openTestDatabase } from "@understudy/db/testing/open-test-database";
import { ensureVectorTable } from "@understudy/db/vector-table";
import {
  at,
  DIMENSIONS,
  itHoldsVectors,
  unit,
} from "@understudy/rag/vector/testing/vector-contract";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { pgvectorIndex } from "./pgvector-index.ts";

const model = "embed-x";
const call = { signal: new AbortController().signal, correlationId: "c-1" };
let db: Database;
beforeAll(async () => {
  db = await openTestDatabase();
});
afterAll(() => db.close());

async function openTenant(dimensions = DIMENSIONS) {
  const tenantId = await inAuth(db, async (tx) => {
    const email = `${crypto.randomUUID()}@example.com`;
    const { id } = await insertAuthRecord(tx, "user", { email, name: "Test" });
    return insertTenantWithOwner(tx, { userId: String(id), name: "Test" });
  });
  const table = await ensureVectorTable(db, { model, dimensions });
  if (!table) throw new Error("This engine has no pgvector.");
  const inScope = (twinIds: string[] | null) =>
    pgvectorIndex({ transaction: (work) => inTenant(db, { tenantId, twinIds }, work) }, table);
  return { index: inScope(null), inScope };
}

const ids = (): [string, string] => [crypto.randomUUID(), crypto.randomUUID()];

describe("pgvector", () => {
  itHoldsVectors(async () => ({
    index: (await openTenant()).index,
    namespaces: ids(),
    segments: ids(),
  }));
});

it("shows a tenant nothing of another's, whatever it asks for", async () => {
  const [twin, version] = ids();
  const { index, inScope } = await openTenant();
  await index.upsert(twin, [at(version, 0, [1, 0, 0])], call);
  const stranger = (await openTenant()).index;
  const query = { vector: unit([1, 0, 0]), limit: 5 };
  for (const blind of [stranger, inScope([crypto.randomUUID()])]) {
    expect(await blind.search(twin, query, call)).toEqual([]);
    expect(await blind.listOrdinals(twin, version, call)).toEqual([]);
    await blind.removeNamespace(twin, call);
  }
  expect(await index.search(twin, query, call)).toHaveLength(1);
});

it("is made once, by however many at once, and holds wide vectors as half floats", async () => {
  const wanted = { model, dimensions: 3_072 };
  const tables = await Promise.all([ensureVectorTable(db, wanted), ensureVectorTable(db, wanted)]);
  expect(tables[0]).toEqual(tables[1]);
  expect(tables[0]?.type).toBe("halfvec");
  const { index } = await openTenant(3_072);
  const [twin, version] = ids();
  const values = Array.from({ length: 3_072 }, (_, i) => (i === 7 ? 1 : 0));
  await index.upsert(twin, [at(version, 0, values)], call);
  const [hit] = await index.search(twin, { vector: unit(values), limit: 1 }, call);
  expect(hit).toMatchObject({ segmentId: version, ordinal: 0 });
  expect(await ensureVectorTable(db, { model, dimensions: 5_000 })).toBeUndefined();
});
