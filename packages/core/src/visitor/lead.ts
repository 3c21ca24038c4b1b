import { LEAD_CAPTURES } from "@understudy/db/column-values";
import { z } from "zod";

/** Whether visitors are asked who they are; `required`: before they may ask anything. */
export const LeadCapture = z.enum(LEAD_CAPTURES);
export const ConsentText = z.string().trim().max(1_000);

/** What a way in asks of its visitors, and the words they agree to. */
export const Lead = z.object({ ask: LeadCapture, consentText: ConsentText });
export type Lead = z.infer<typeof Lead>;

const USUAL_CONSENT =
  "I agree that my name and e-mail address are kept, and that I am answered there.";

/** The words that visitors agree to, also where nobody wrote any: nothing is agreed to by an empty line. */
export function consentWords(written = ""): string {
  return written || USUAL_CONSENT;
}
