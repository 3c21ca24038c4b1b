import {
  countAnswersQuoting,
  listImpacts as findImpacts,
  type ImpactRow,
  markImpactsLookedAt,
} from "@understudy/db/queries/source-impacts";
import { listTestsOnSync } from "@understudy/db/queries/tests-resting";
import { z } from "zod";
import { BeliefRef } from "../belief/contract.ts";
import { requireBelief } from "../belief/read-belief.ts";
import { decodeCursor, toPage } from "../kernel/page.ts";
import { useCase } from "../kernel/use-case.ts";
import { IMPACT_DAYS } from "../overlay/contract.ts";
import { requireSource } from "../source/require-source.ts";
import { requireSync } from "../source/syncs.ts";
import { requireTwin } from "../twin/twins.ts";
import { VerifiedAnswerRef } from "../verified-answer/contract.ts";
import { requireVerifiedAnswer } from "../verified-answer/require-verified-answer.ts";
import {
  type Impact,
  ImpactPage,
  ListImpactsInput,
  SyncImpact,
  SyncImpactInput,
} from "./contract.ts";

const Position = z.tuple([z.iso.datetime(), z.uuid()]);
/** A report that is longer is not read. */
const MOST_OF_SYNC = 100;

/** What changes of sources bear on, newest first. */
export const listImpacts = useCase({
  permission: "knowledge.read",
  input: ListImpactsInput,
  output: ImpactPage,
  run: async (ctx, { cursor, limit, ...filter }) => {
    const after = cursor === undefined ? null : decodeCursor(cursor, Position);
    const rows = await ctx.transaction(async (tx) => {
      await requireTwin(tx, filter.twinId);
      return findImpacts(tx, { ...filter, after, limit: limit + 1 });
    });
    const position = (row: ImpactRow) => [row.createdAt.toISOString(), row.id];
    return toPage(rows, limit, { read: readImpact, position });
  },
});

/** The owner has looked at a verified answer since a source changed that bears on it: it stands as it is. */
export const lookAtVerifiedAnswer = useCase({
  permission: "verified.write",
  input: VerifiedAnswerRef,
  output: z.object({}),
  run: (ctx, { verifiedAnswerId }) =>
    ctx.transaction(async (tx) => {
      await requireVerifiedAnswer(tx, verifiedAnswerId);
      await markImpactsLookedAt(tx, { verifiedAnswerId });
      const subject = { subjectKind: "verifiedAnswer", subjectId: verifiedAnswerId };
      await ctx.audit(tx, { action: "verifiedAnswer.lookedAt", ...subject });
      return {};
    }),
});

/** Likewise at a belief. */
export const lookAtBelief = useCase({
  permission: "belief.write",
  input: BeliefRef,
  output: z.object({}),
  run: (ctx, { beliefId }) =>
    ctx.transaction(async (tx) => {
      await requireBelief(tx, beliefId);
      await markImpactsLookedAt(tx, { beliefId });
      const subject = { subjectKind: "belief", subjectId: beliefId };
      await ctx.audit(tx, { action: "belief.lookedAt", ...subject });
      return {};
    }),
});

/** What rests on what one sync took away: what the owner vouches for, quality tests, and recent answers. */
export const measureSyncImpact = useCase({
  permission: "source.read",
  input: SyncImpactInput,
  output: SyncImpact,
  run: (ctx, { syncId }) =>
    ctx.transaction(async (tx) => {
      const { sourceId } = await requireSync(tx, syncId);
      const { twinId } = await requireSource(tx, sourceId);
      const filter = { twinId, syncId, after: null, limit: MOST_OF_SYNC };
      return {
        answers: await countAnswersQuoting(tx, syncId, { days: IMPACT_DAYS }),
        items: (await findImpacts(tx, filter)).map(readImpact),
        tests: await listTestsOnSync(tx, syncId),
      };
    }),
});

function readImpact({ createdAt, lookedAt, verifiedQnaId, ...row }: ImpactRow): Impact {
  return {
    ...row,
    verifiedAnswerId: verifiedQnaId,
    createdAt: createdAt.toISOString(),
    lookedAt: lookedAt?.toISOString() ?? null,
  };
}
