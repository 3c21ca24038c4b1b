import { countClusters, listClusters } from "@understudy/db/queries/question-clusters";
import { listMembers, type MemberRow } from "@understudy/db/queries/question-members";
import { z } from "zod";
import { decodeCursor, toPage } from "../kernel/page.ts";
import { useCase } from "../kernel/use-case.ts";
import { requireTwin } from "../twin/twins.ts";
import { AskedPage, ListAskedInput, ListQuestionsInput, QuestionClusterPage } from "./contract.ts";
import { readAsked, readClusters } from "./read-clusters.ts";
import { requireCluster } from "./require-cluster.ts";

const Ranked = z.tuple([z.number(), z.uuid()]);
const Timed = z.tuple([z.iso.datetime(), z.uuid()]);

/** What a twin did not answer well, by how many people asked and how lately. */
export const listQuestions = useCase({
  permission: "clarification.read",
  input: ListQuestionsInput,
  output: QuestionClusterPage,
  run: (ctx, { cursor, limit, ...filter }) => {
    const after = cursor === undefined ? null : decodeCursor(cursor, Ranked);
    return ctx.transaction(async (tx) => {
      await requireTwin(tx, filter.twinId);
      const rows = await listClusters(tx, { ...filter, after, limit: limit + 1 });
      const { items: shown, nextCursor } = toPage(rows, limit, {
        read: (row) => row,
        position: ({ rank, id }) => [rank, id],
      });
      const counts = await countClusters(tx, filter.twinId);
      return { items: await readClusters(tx, shown), nextCursor, counts };
    });
  },
});

/** Everybody who asked one of them, the latest first. */
export const listAsked = useCase({
  permission: "clarification.read",
  input: ListAskedInput,
  output: AskedPage,
  run: (ctx, { clusterId, cursor, limit }) => {
    const after = cursor === undefined ? null : decodeCursor(cursor, Timed);
    return ctx.transaction(async (tx) => {
      const { id } = await requireCluster(tx, clusterId);
      const rows = await listMembers(tx, { clusterId: id, after, limit: limit + 1 });
      const position = (row: MemberRow) => [row.lastAskedAt.toISOString(), row.id];
      return toPage(rows, limit, { read: readAsked, position });
    });
  },
});
