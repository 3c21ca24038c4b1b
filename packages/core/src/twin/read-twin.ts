import type { TwinRow } from "@understudy/db/queries/twins";
import { readBoundaries } from "../policy/read-boundaries.ts";
import type { Twin } from "./contract.ts";

export function readTwin({ deletedAt, contentRevision, verifiedRevision, ...row }: TwinRow): Twin {
  return {
    ...row,
    boundaries: readBoundaries(row),
    archivedAt: row.archivedAt?.toISOString() ?? null,
    createdAt: row.createdAt.toISOString(),
    updatedAt: row.updatedAt.toISOString(),
  };
}
