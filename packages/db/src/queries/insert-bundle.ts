import { on } from "../engine/on.ts";
import type { TenantTx } from "../scope.ts";
import { chunkOverlays } from "../tables/chunk-overlays.ts";
import { ownerBeliefs, ownerBeliefVersions } from "../tables/owner-beliefs.ts";
import { publicPages } from "../tables/public-pages.ts";
import { qualityTests } from "../tables/quality-tests.ts";
import { sourceVersions } from "../tables/source-versions.ts";
import { sources } from "../tables/sources.ts";
import { twins } from "../tables/twins.ts";
import { verifiedQna, verifiedQnaVersions } from "../tables/verified-qna.ts";

const ROWS_PER_WRITE = 100;

type NewRow<Table extends { $inferInsert: object }> = Omit<Table["$inferInsert"], "tenantId">;

/** Rows as they are to be, under ids that were made for them. */
export interface TwinRows {
  twin: NewRow<typeof twins>;
  /** Where it wears the look that its widget had. */
  publicPages: NewRow<typeof publicPages>[];
  sources: NewRow<typeof sources>[];
  sourceVersions: NewRow<typeof sourceVersions>[];
  verifiedQna: NewRow<typeof verifiedQna>[];
  verifiedQnaVersions: NewRow<typeof verifiedQnaVersions>[];
  ownerBeliefs: NewRow<typeof ownerBeliefs>[];
  ownerBeliefVersions: NewRow<typeof ownerBeliefVersions>[];
  chunkOverlays: NewRow<typeof chunkOverlays>[];
  qualityTests: NewRow<typeof qualityTests>[];
}

/** A whole twin; a handle that is taken breaks `twins_handle_unique`. */
export async function insertWholeTwin(tx: TenantTx, rows: TwinRows): Promise<void> {
  const sql = on(tx);
  await sql.insert(twins).values(rows.twin);
  await inParts(rows.publicPages, (some) => sql.insert(publicPages).values(some));
  await inParts(rows.sources, (some) => sql.insert(sources).values(some));
  await inParts(rows.sourceVersions, (some) => sql.insert(sourceVersions).values(some));
  await inParts(rows.verifiedQna, (some) => sql.insert(verifiedQna).values(some));
  await inParts(rows.verifiedQnaVersions, (some) => sql.insert(verifiedQnaVersions).values(some));
  await inParts(rows.ownerBeliefs, (some) => sql.insert(ownerBeliefs).values(some));
  await inParts(rows.ownerBeliefVersions, (some) => sql.insert(ownerBeliefVersions).values(some));
  await inParts(rows.chunkOverlays, (some) => sql.insert(chunkOverlays).values(some));
  await inParts(rows.qualityTests, (some) => sql.insert(qualityTests).values(some));
}

async function inParts<Row>(
  rows: readonly Row[],
  write: (some: Row[]) => PromiseLike<unknown>,
): Promise<void> {
  for (let first = 0; first < rows.length; first += ROWS_PER_WRITE) {
    await write(rows.slice(first, first + ROWS_PER_WRITE));
  }
}
