import { randomUUID } from "node:crypto";
import { type AuthTx, asTenant } from "@understudy/db/scope";
import { type ContextRequest, createContext } from "../kernel/create-context.ts";
import { makeDemoTwin } from "./make-demo-twin.ts";

type Needs = Pick<ContextRequest, "db" | "ports" | "log" | "signal">;

/** What sign-up calls in its transaction: the demo twin commits with the account, or neither does. */
export function welcomeFirstAccount(needs: Needs) {
  return async (tx: AuthTx, tenantId: string): Promise<void> => {
    const actor = { kind: "system", tenantId } as const;
    const ctx = createContext({ ...needs, actor, correlationId: randomUUID() });
    await asTenant(tx, tenantId, (tenantTx) => makeDemoTwin(ctx, tenantTx));
  };
}
