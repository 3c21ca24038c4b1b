import { randomBytes } from "node:crypto";
import * as queries from "@understudy/db/queries/verifications";
import type { TenantTx } from "@understudy/db/scope";
import type { z } from "zod";
import { DomainError, notFound } from "../kernel/domain-error.ts";
import { useCase } from "../kernel/use-case.ts";
import { requireTwin } from "../twin/twins.ts";
import { announce } from "../webhook/announce.ts";
import {
  FoundVerification,
  GetVerificationInput,
  StartVerificationInput,
  Verification,
  VerificationRef,
} from "./contract.ts";
import { readVerification } from "./read-verification.ts";
import { seekProof } from "./seek-proof.ts";
import { record, settleProof } from "./settle-proof.ts";

const TOKEN_BYTES = 24;
const CHECKS_PER_MINUTE = 20;

/** For another domain, or after an end, it begins anew with a token of its own; else it is what it was. */
export const startVerification = useCase({
  permission: "launch.write",
  input: StartVerificationInput,
  output: Verification,
  run: (ctx, { twinId, domain }) =>
    ctx.transaction(async (tx) => {
      await requireTwin(tx, twinId);
      const before = await queries.findVerification(tx, { twinId });
      if (before?.domain === domain && before.status !== "revoked") {
        return readVerification(tx, before);
      }
      if (before?.stands) await tellRevoked(tx, before);
      const token = randomBytes(TOKEN_BYTES).toString("base64url");
      const row = await queries.beginVerification(tx, { twinId, domain, token });
      await record(ctx, tx, { event: "start", row });
      return readVerification(tx, row);
    }),
});

export const getVerification = useCase({
  permission: "launch.read",
  input: GetVerificationInput,
  output: FoundVerification,
  run: (ctx, { twinId }) =>
    ctx.transaction(async (tx) => {
      await requireTwin(tx, twinId);
      const row = await queries.findVerification(tx, { twinId });
      return row ? readVerification(tx, row) : null;
    }),
});

/** Looks at the domain now. That nothing is there is no refusal: `failureReason` says what was seen. */
export const checkVerification = useCase({
  permission: "launch.write",
  input: VerificationRef,
  output: Verification,
  run: async (ctx, ref) => {
    const row = await ctx.transaction((tx) => requireVerification(tx, ref));
    if (row.status === "revoked") throw isRevoked();
    const subject = `tenant:${ctx.actor.tenantId}`;
    await ctx.limit([{ of: "verification", subject, burst: CHECKS_PER_MINUTE, perSeconds: 60 }]);
    const seen = await seekProof(ctx, row);
    return ctx.transaction(async (tx) => {
      const settled = await settleProof(ctx, tx, row, seen);
      if (!settled) throw isRevoked();
      const reason = "failureReason" in seen ? seen.failureReason : null;
      await record(ctx, tx, { event: "check", row: settled, reason });
      return readVerification(tx, settled);
    });
  },
});

/** The badge is gone at once; the old record or file proves nothing any more. */
export const revokeVerification = useCase({
  permission: "launch.write",
  input: VerificationRef,
  output: Verification,
  run: (ctx, ref) =>
    ctx.transaction(async (tx) => {
      const row = await requireVerification(tx, ref);
      if (row.status === "revoked") return readVerification(tx, row);
      await record(ctx, tx, { event: "revoke", row });
      if (row.stands) await tellRevoked(tx, row);
      return readVerification(tx, await queries.endVerification(tx, row.id, "revoked"));
    }),
});

async function requireVerification(
  tx: TenantTx,
  { verificationId, twinId }: z.output<typeof VerificationRef>,
): Promise<queries.VerificationRow> {
  const ref = verificationId ? { verificationId } : { twinId: twinId! };
  const row = await queries.findVerification(tx, ref);
  if (!row) throw notFound("verification");
  await requireTwin(tx, row.twinId);
  return row;
}

async function tellRevoked(tx: TenantTx, row: queries.VerificationRow): Promise<void> {
  const { id: verificationId, twinId, domain } = row;
  const data = { verificationId, domain, reason: "revoked" } as const;
  await announce(tx, { type: "verification.revoked", twinId, data });
}

function isRevoked(): DomainError {
  const message = "This verification was ended. Start it again: it gets another record.";
  return new DomainError("conflict", "verification.is_revoked", message);
}
