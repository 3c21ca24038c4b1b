import { listGroupLimits } from "../queries/access-groups.ts";
import * as memberships from "../queries/group-memberships.ts";
import { listHistory, listWithheld } from "../queries/history.ts";
import * as restrictions from "../queries/restrictions.ts";
import { findVerifiedAnswer } from "../queries/verified-answers.ts";
import type { TenantTx } from "../scope.ts";

/** What every question of someone who may not see everything asks of the database, over the rows of these ids. */
export function reachQueries(
  id: (name: string) => string,
): Record<string, (tx: TenantTx) => Promise<unknown>> {
  const reach = () => ({ groupIds: [id("group_id")], sourceIds: [id("source_id")] });
  return {
    listRestrictedSources: (tx) => restrictions.listRestrictedSources(tx, id("twin_id")),
    listRestrictedAnswers: (tx) => restrictions.listRestrictedAnswers(tx, id("twin_id")),
    findVerifiedAnswerWithin: (tx) => findVerifiedAnswer(tx, id("verified_id"), reach()),
    listHistory: (tx) =>
      listHistory(tx, { conversationId: id("conversation_id"), limit: 20, reach: reach() }),
    listWithheld: (tx) => listWithheld(tx, [id("message_id")], reach()),
    listGroupsOfVisit: (tx) => memberships.listGroupsOfVisit(tx, id("visitor_session_id")),
    listGroupsOfWay: (tx) =>
      memberships.listGroupsOfWay(tx, id("twin_id"), { kind: "key", id: id("api_key_id") }),
    listGroupLimits: (tx) => listGroupLimits(tx, [id("group_id")]),
  };
}
