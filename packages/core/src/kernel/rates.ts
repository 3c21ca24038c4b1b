import { createHash } from "node:crypto";
import type { Database } from "@understudy/db/client";
import { type RefusedRate, takeRates } from "@understudy/db/queries/rates";
import { inResolver } from "@understudy/db/scope";
import { DomainError } from "./domain-error.ts";

/** So many at once, then `burst` in each `perSeconds`. */
export interface Rate {
  /** Whom it bounds, as the end of a reason: `limit.visitor`. */
  of: string;
  subject: string;
  burst: number;
  perSeconds: number;
}

export type Refused = Rate & { retryAfterSeconds: number };

/** Takes one from each rate; or nothing from any, and gives the one that is free last. */
export async function takeOfRates(db: Database, rates: readonly Rate[]): Promise<Refused | null> {
  const byKey = new Map(rates.map((rate) => [keyOf(rate), rate]));
  const rows = Array.from(byKey, ([key, { burst, perSeconds }]) => {
    return { key, burst, everyMs: (perSeconds * 1_000) / burst };
  });
  const refused = await inResolver(db, (tx) => takeRates(tx, rows));
  const last = refused.toSorted((a, b) => b.retryAfterMs - a.retryAfterMs)[0];
  return last ? describe(byKey.get(last.key)!, last) : null;
}

export async function limitRates(db: Database, rates: readonly Rate[]): Promise<void> {
  const refused = await takeOfRates(db, rates);
  if (refused) throw limitExceeded(refused);
}

export function limitExceeded({ of, retryAfterSeconds }: Refused): DomainError {
  return new DomainError("limit_exceeded", `limit.${of}`, "Too many at once. Try again soon.", {
    retryAfterSeconds,
  });
}

function describe(rate: Rate, { retryAfterMs }: RefusedRate): Refused {
  return { ...rate, retryAfterSeconds: Math.max(1, Math.ceil(retryAfterMs / 1_000)) };
}

/** The database learns neither addresses nor slugs from it. */
function keyOf({ of, subject }: Rate): string {
  return createHash("sha256").update(`${of}:${subject}`).digest("base64url");
}
