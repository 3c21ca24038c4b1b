import {
  checkVerification,
  getVerification,
  revokeVerification,
  startVerification,
} from "@understudy/core/verification/verifications";
import { mutation, query, router } from "../trpc.ts";

export const verificationRouter = router({
  start: mutation(startVerification),
  check: mutation(checkVerification),
  get: query(getVerification),
  revoke: mutation(revokeVerification),
});
