import { requireAllTwins, useCase } from "../kernel/use-case.ts";
import { AuditVerdict, VerifyAuditInput } from "./contract.ts";
import { followChain } from "./follow-chain.ts";

/** Whether the log is as it was written: `firstFault` names where it is not. */
export const verifyAudit = useCase({
  permission: "audit.read",
  input: VerifyAuditInput,
  output: AuditVerdict,
  run: async (ctx, { head }) => {
    requireAllTwins(ctx);
    const { actor, ports, signal, transaction } = ctx;
    return followChain({ tenantId: actor.tenantId, vault: ports.vault, signal, transaction }, head);
  },
});
