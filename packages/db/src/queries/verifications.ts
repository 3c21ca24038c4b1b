import { and, eq, getTableColumns, ne, sql } from "drizzle-orm";
import type { ProofMethod } from "../column-values.ts";
import { on } from "../engine/on.ts";
import type { TenantTx } from "../scope.ts";
import { twinVerification } from "../tables/twin-verification.ts";
import { one } from "./one.ts";

const { tenantId: _tenantId, ...columns } = getTableColumns(twinVerification);
const { id, twinId, status, token, failingSince, verifiedAt } = twinVerification;

/** A proof that is no longer seen stands for so long: name servers and sites have their bad days. */
const GRACE = sql`interval '3 days'`;
const stands = sql<boolean>`${status} = 'verified'
  and (${failingSince} is null or ${failingSince} > now() - ${GRACE})`;
const shown = {
  ...columns,
  stands,
  standsUntil:
    sql<Date | null>`case when ${status} = 'verified' then ${failingSince} + ${GRACE} end`.mapWith(
      failingSince,
    ),
};

export type VerificationRow = Omit<typeof twinVerification.$inferSelect, "tenantId"> & {
  /** It is proven by now, whether or not the job that ends it has run. */
  stands: boolean;
  standsUntil: Date | null;
};

export type VerificationRef = { twinId: string } | { verificationId: string };

function isNamed(ref: VerificationRef) {
  return "twinId" in ref ? eq(twinId, ref.twinId) : eq(id, ref.verificationId);
}

export async function findVerification(
  tx: TenantTx,
  ref: VerificationRef,
): Promise<VerificationRow | undefined> {
  const [row] = await on(tx).select(shown).from(twinVerification).where(isNamed(ref));
  return row;
}

/** The same, and nobody else changes it until the transaction ends. */
export async function lockVerification(
  tx: TenantTx,
  verificationId: string,
): Promise<VerificationRow | undefined> {
  const [row] = await on(tx)
    .select(shown)
    .from(twinVerification)
    .where(eq(id, verificationId))
    .for("update");
  return row;
}

/** Anew, whatever was proven before. */
export async function beginVerification(
  tx: TenantTx,
  begun: { twinId: string; domain: string; token: string },
): Promise<VerificationRow> {
  const anew = {
    status: "pending",
    method: null,
    verifiedAt: null,
    checkedAt: null,
    failingSince: null,
    failureReason: null,
    revokedAt: null,
  } as const;
  const rows = await on(tx)
    .insert(twinVerification)
    .values(begun)
    .onConflictDoUpdate({ target: twinId, set: { ...begun, ...anew } })
    .returning(shown);
  return one(rows);
}

/** Undefined: what was looked for is not what is asked for any more. */
export async function saveSeen(
  tx: TenantTx,
  looked: { verificationId: string; token: string },
  seen: { method: ProofMethod } | { failureReason: string },
): Promise<VerificationRow | undefined> {
  const now = sql`now()`;
  const proven = {
    status: "verified",
    verifiedAt: sql`coalesce(${verifiedAt}, now())`,
    failingSince: null,
    failureReason: null,
    revokedAt: null,
  } as const;
  const unproven = {
    failingSince: sql`case when ${status} = 'verified' then coalesce(${failingSince}, now()) end`,
  };
  const [row] = await on(tx)
    .update(twinVerification)
    .set({ ...seen, ...("method" in seen ? proven : unproven), checkedAt: now })
    .where(isCurrent(looked))
    .returning(shown);
  return row;
}

function isCurrent(looked: { verificationId: string; token: string }) {
  return and(eq(id, looked.verificationId), eq(token, looked.token), ne(status, "revoked"));
}

/** What its owner may still show again, and what is at an end for good. */
export async function endVerification(
  tx: TenantTx,
  verificationId: string,
  to: "pending" | "revoked",
): Promise<VerificationRow> {
  const rows = await on(tx)
    .update(twinVerification)
    .set({ status: to, method: null, verifiedAt: null, failingSince: null, revokedAt: sql`now()` })
    .where(eq(id, verificationId))
    .returning(shown);
  return one(rows);
}
