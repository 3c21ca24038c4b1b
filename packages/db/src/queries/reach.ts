import { and, type SQL, sql } from "drizzle-orm";

/** What of a twin's knowledge someone may be answered from. */
export interface Reach {
  /** What is restricted is open to them where it is open to one of these. */
  groupIds: readonly string[];
  /** Of these sources alone, and of what came with them; null: of all that is open to them. */
  sourceIds: readonly string[] | null;
}

export const uuidArray = (ids: readonly string[]) => sql`${`{${ids.join(",")}}`}::uuid[]`;

/** Of a row of `sources`; null reaches everything. What came with a site or an archive follows it. */
export function isSourceWithin(reach: Reach | null): SQL | undefined {
  if (!reach) return undefined;
  const isOpen = sql`not exists (
    select from sources as kept
    where kept.id in (sources.id, sources.parent_id) and kept.is_restricted and not exists (
      select from content_permissions as opened
      where opened.source_id = kept.id and opened.group_id = any(${uuidArray(reach.groupIds)})))`;
  if (!reach.sourceIds) return isOpen;
  const scope = uuidArray(reach.sourceIds);
  return and(
    isOpen,
    sql`coalesce(sources.id = any(${scope}) or sources.parent_id = any(${scope}), false)`,
  );
}

/** Of a row of `verified_qna`, left joined to the `sources` that it was imported with: both must be open. */
export function isVerifiedWithin(reach: Reach | null): SQL | undefined {
  if (!reach) return undefined;
  const isOpen = sql`(not verified_qna.is_restricted or exists (
    select from content_permissions as opened
    where opened.verified_qna_id = verified_qna.id
      and opened.group_id = any(${uuidArray(reach.groupIds)})))`;
  return and(isOpen, isSourceWithin(reach));
}
