import { countReviewsDue, countShakenAnswers } from "@understudy/db/queries/needs";
import { type NeedProvider, need } from "../need-provider.ts";

export const verifiedNeeds: NeedProvider = async (tx, { twin }) => {
  const [shaken, due] = await Promise.all([
    countShakenAnswers(tx, twin.id),
    countReviewsDue(tx, twin.id),
  ]);
  return [...need("shaken_answer", shaken), ...need("review_due", due)];
};
