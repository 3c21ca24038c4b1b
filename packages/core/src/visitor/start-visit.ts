import { touchApiKey } from "@understudy/db/queries/api-keys";
import {
  type ConversationRow,
  findLastConversation,
  insertConversation,
} from "@understudy/db/queries/conversations";
import { countLinkVisitor } from "@understudy/db/queries/share-links";
import { insertUserEvent } from "@understudy/db/queries/user-events";
import { insertVisitorSession } from "@understudy/db/queries/visitor-sessions";
import { insertVisitor, returnVisitor, type VisitorRow } from "@understudy/db/queries/visitors";
import type { TenantTx } from "@understudy/db/scope";
import type { z } from "zod";
import { DomainError } from "../kernel/domain-error.ts";
import { type Door, doorCase } from "../kernel/door.ts";
import { acceptProof, challengeRequired } from "./challenge.ts";
import { StartedVisit, StartVisitInput } from "./contract.ts";
import type { Grant } from "./grant.ts";
import { openGrant } from "./open-grant.ts";
import { faceOf } from "./show-face.ts";
import { visitorBlocked } from "./visitor-blocked.ts";
import { easyRatesOfStarting, ratesOfStarting } from "./visitor-rates.ts";
import { hashResumeToken, makeVisitorToken } from "./visitor-token.ts";

const VISIT_SECONDS = 3_600;
/** Who had to know a password is not asked for it again within a day's work. */
const UNLOCKED_SECONDS = 8 * 3_600;

type Input = z.output<typeof StartVisitInput>;

/** Lets a visitor in by what they show, and gives the token that all else is asked with. */
export const startVisit = doorCase({
  input: StartVisitInput,
  output: StartedVisit,
  run: async (door, input) => {
    const grant = await openGrant(door, input.via);
    await admit(door, grant, input);
    const visit = makeVisitorToken("visit");
    const ctx = door.enter({ kind: "system", tenantId: grant.tenantId });
    return ctx.transaction(async (tx) => {
      if (grant.apiKeyId) await touchApiKey(tx, grant.apiKeyId);
      const { visitor, resumeToken } = await findOrInsert(tx, grant, input);
      const conversation = await openConversation(tx, { grant, visitor, fresh: input.fresh });
      const { apiKeyId } = grant;
      await insertUserEvent(tx, {
        kind: "visit_started",
        conversationId: conversation.id,
        apiKeyId,
      });
      const expiresAt = await insertVisitorSession(tx, {
        twinId: grant.twin.id,
        visitorId: visitor.id,
        tokenHash: visit.hash,
        channel: grant.channel,
        apiKeyId,
        origin: door.standing.origin,
        lastsSeconds: grant.passwordHash === null ? VISIT_SECONDS : UNLOCKED_SECONDS,
      });
      return {
        ...faceOf(grant),
        token: visit.token,
        expiresAt: expiresAt.toISOString(),
        resumeToken,
        conversationId: conversation.id,
        isContinued: conversation.title !== "",
      };
    });
  },
});

async function admit(door: Door, grant: Grant, { proof }: Input): Promise<void> {
  if (proof) await acceptProof(door, proof);
  else if (await door.take(easyRatesOfStarting(door, grant))) throw challengeRequired();
  await door.limit(ratesOfStarting(door, grant));
}

async function findOrInsert(
  tx: TenantTx,
  { twin, shareLinkId, channel }: Grant,
  { resumeToken }: Input,
): Promise<{ visitor: VisitorRow; resumeToken: string }> {
  const twinId = twin.id;
  const resumeHash = hashResumeToken(resumeToken);
  const known = resumeHash && (await returnVisitor(tx, { twinId, resumeHash }));
  if (known === "blocked") throw visitorBlocked();
  if (known && resumeToken) return { visitor: known, resumeToken };
  if (shareLinkId && !(await countLinkVisitor(tx, shareLinkId))) throw full();
  const { token, hash } = makeVisitorToken("resume");
  const visitor = await insertVisitor(tx, { twinId, resumeHash: hash, source: channel });
  return { visitor, resumeToken: token };
}

function full(): DomainError {
  return new DomainError(
    "limit_exceeded",
    "shareLink.visitors_spent",
    "As many have come by this link as may.",
    { retryAfterSeconds: 3_600 },
  );
}

interface Opening {
  grant: Grant;
  visitor: VisitorRow;
  fresh: boolean;
}

async function openConversation(
  tx: TenantTx,
  { grant, visitor, fresh }: Opening,
): Promise<ConversationRow> {
  const { channel, widgetId, shareLinkId, twin } = grant;
  const last = await findLastConversation(tx, { visitorId: visitor.id, channel });
  if (last && (!fresh || last.title === "")) return last;
  const place = { twinId: twin.id, visitorId: visitor.id };
  return insertConversation(tx, { ...place, channel, widgetId, shareLinkId });
}
