import type { Waiting } from "@understudy/db/queries/needs";
import type { TwinRow } from "@understudy/db/queries/twins";
import type { TenantTx } from "@understudy/db/scope";
import type { Need, NeedKind } from "./contract.ts";

export interface Place {
  tenantId: string;
  twin: TwinRow;
}

/** Tells what of one noun waits for the twin's owner. */
export type NeedProvider = (tx: TenantTx, place: Place) => Promise<Need[]>;

/** Nothing waits where there are none. */
export function need(kind: NeedKind, waiting: Partial<Waiting> & { count: number }): Need[] {
  if (waiting.count === 0) return [];
  return [{ kind, example: null, subjectId: null, ...waiting }];
}
