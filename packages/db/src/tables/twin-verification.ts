import { foreignKey, pgTable, text, unique } from "drizzle-orm/pg-core";
import { PROOF_METHODS, VERIFICATION_STATUSES } from "../column-values.ts";
import { createdAt, id, oneOf, tenantId, time, twinId, updatedAt } from "./columns.ts";
import { twins } from "./twins.ts";

/** The domain whose control a twin's owner proves, or has proved. */
export const twinVerification = pgTable(
  "twin_verification",
  {
    id: id(),
    tenantId: tenantId(),
    twinId: twinId(),
    domain: text().notNull(),
    /** What stands at the domain; it proves something there only, so it is no secret. */
    token: text().notNull(),
    status: text({ enum: VERIFICATION_STATUSES }).notNull().default("pending"),
    /** By which it was seen last. */
    method: text({ enum: PROOF_METHODS }),
    verifiedAt: time(),
    checkedAt: time(),
    /** Since when the proof is no longer seen. */
    failingSince: time(),
    /** Why the last look found nothing. */
    failureReason: text(),
    revokedAt: time(),
    createdAt: createdAt(),
    updatedAt: updatedAt(),
  },
  (t) => [
    foreignKey({
      name: "twin_verification_twin_fk",
      columns: [t.tenantId, t.twinId],
      foreignColumns: [twins.tenantId, twins.id],
    }).onDelete("cascade"),
    // findVerification
    unique("twin_verification_twin_unique").on(t.twinId),
    oneOf("twin_verification_status_check", t.status, VERIFICATION_STATUSES),
    oneOf("twin_verification_method_check", t.method, PROOF_METHODS),
  ],
);
