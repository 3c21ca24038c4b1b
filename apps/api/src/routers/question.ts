import { answerCluster } from "@understudy/core/question/answer-cluster";
import { dismissQuestion } from "@understudy/core/question/dismiss-question";
import { getQuestion } from "@understudy/core/question/get-question";
import { listAsked, listQuestions } from "@understudy/core/question/list-questions";
import { reopenQuestion } from "@understudy/core/question/reopen-question";
import { suggestAnswer } from "@understudy/core/question/suggest-answer";
import { mutation, query, router } from "../trpc.ts";

export const questionRouter = router({
  list: query(listQuestions),
  get: query(getQuestion),
  asked: query(listAsked),
  suggest: query(suggestAnswer),
  answer: mutation(answerCluster),
  dismiss: mutation(dismissQuestion),
  reopen: mutation(reopenQuestion),
});
