import { RunSummary } from "../../quality/contract.ts";
import { findNotice } from "../../quality/find-notice.ts";
import { findDraftRun } from "../../release/find-draft-run.ts";
import { listBlockers } from "../../release/list-blockers.ts";
import { type NeedProvider, need } from "../need-provider.ts";

export const qualityNeeds: NeedProvider = async (tx, { twin }) => {
  const notice = await findNotice(tx, twin);
  const { run } = await findDraftRun(tx, twin, ["succeeded"]);
  const blockers = run ? await listBlockers(tx, run) : [];
  const example = blockers[0]?.question ?? null;
  return [
    ...need("worse_answers", {
      count: notice ? RunSummary.parse(notice.summary).regressed : 0,
      subjectId: notice?.id ?? null,
    }),
    ...need("blocked_release", { count: blockers.length, example, subjectId: run?.id ?? null }),
  ];
};
