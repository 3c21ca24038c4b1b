import { listTestsOnVerified } from "@understudy/db/queries/tests-resting";
import { useCase } from "../kernel/use-case.ts";
import { VerifiedAnswerRef, VerifiedImpact } from "./contract.ts";
import { requireVerifiedAnswer } from "./require-verified-answer.ts";

/** What rests on a verified answer, and so on an edit of it. */
export const measureVerifiedImpact = useCase({
  permission: "verified.read",
  input: VerifiedAnswerRef,
  output: VerifiedImpact,
  run: (ctx, { verifiedAnswerId }) =>
    ctx.transaction(async (tx) => {
      await requireVerifiedAnswer(tx, verifiedAnswerId);
      return { tests: await listTestsOnVerified(tx, verifiedAnswerId) };
    }),
});
