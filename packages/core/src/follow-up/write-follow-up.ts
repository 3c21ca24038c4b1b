import type { WaitingNotice } from "@understudy/db/queries/visitor-notices";
import type { JobContext } from "../kernel/job.ts";
import type { Mail } from "../kernel/mail.ts";
import { sealStop } from "./stop-token.ts";

type Telling = Pick<WaitingNotice, "id" | "twinId" | "twinName" | "isCorrection"> &
  Record<"email" | "answer" | "question", string>;

/** Plain words, the owner's alone: what visitors wrote themselves is mailed to nobody. */
export function writeFollowUp(
  { ports, actor: { tenantId } }: Pick<JobContext, "ports" | "actor">,
  { id, twinId, twinName, email, question, answer, isCorrection }: Telling,
): Mail {
  const token = sealStop(ports.vault, { tenantId, twinId, email });
  const stopUrl = `${ports.publicUrl}/no-more-mail/${token}`;
  const opening = isCorrection
    ? `${twinName} answered a question of yours wrongly, and was corrected.`
    : `You asked ${twinName} something that it could not answer. Now it can.`;
  return {
    to: email,
    subject: isCorrection ? "A corrected answer to your question" : "An answer to your question",
    text: [
      opening,
      question,
      answer,
      `--\nYou get this once, because you left your address and agreed to hear back.\nNo more mail from ${twinName}: ${stopUrl}`,
    ].join("\n\n"),
    stopUrl,
    id,
  };
}
