import { listAccountSessions, revokeAccountSession } from "@understudy/core/account/sessions";
import { mutation, query, router } from "../trpc.ts";

export const accountRouter = router({
  listSessions: query(listAccountSessions),
  revokeSession: mutation(revokeAccountSession),
});
