import { lookAtVerifiedAnswer } from "@understudy/core/health/impacts";
import { createVerifiedAnswer } from "@understudy/core/verified-answer/create-verified-answer";
import { importVerifiedAnswers } from "@understudy/core/verified-answer/import-verified-answers";
import { measureVerifiedImpact } from "@understudy/core/verified-answer/measure-verified-impact";
import { previewImport } from "@understudy/core/verified-answer/preview-import";
import { updateVerifiedAnswer } from "@understudy/core/verified-answer/update-verified-answer";
import {
  getVerifiedAnswer,
  listVerifiedAnswers,
  removeVerifiedAnswer,
} from "@understudy/core/verified-answer/verified-answers";
import { listNearMisses, listVersions } from "@understudy/core/verified-answer/verified-history";
import { mutation, query, router } from "../trpc.ts";

export const verifiedAnswerRouter = router({
  list: query(listVerifiedAnswers),
  get: query(getVerifiedAnswer),
  create: mutation(createVerifiedAnswer),
  update: mutation(updateVerifiedAnswer),
  remove: mutation(removeVerifiedAnswer),
  previewImport: mutation(previewImport),
  import: mutation(importVerifiedAnswers),
  impact: query(measureVerifiedImpact),
  versions: query(listVersions),
  lookedAt: mutation(lookAtVerifiedAnswer),
  nearMisses: query(listNearMisses),
});
