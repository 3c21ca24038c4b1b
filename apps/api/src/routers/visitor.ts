import { makeChallenge } from "@understudy/core/visitor/challenge";
import { identifyVisitor } from "@understudy/core/visitor/identify-visitor";
import { getFace } from "@understudy/core/visitor/show-face";
import { startVisit } from "@understudy/core/visitor/start-visit";
import {
  getHistory,
  giveVisitorFeedback,
  resumeVisitorAnswer,
  stopVisitorAnswer,
} from "@understudy/core/visitor/visits";
import { BEFORE_QUESTIONS, mutation, openMutation, openQuery, query, router } from "../trpc.ts";

export const visitorRouter = router({
  face: openQuery(getFace),
  challenge: openMutation(makeChallenge),
  start: openMutation(startVisit, BEFORE_QUESTIONS),
  stop: mutation(stopVisitorAnswer),
  resume: mutation(resumeVisitorAnswer),
  feedback: mutation(giveVisitorFeedback),
  history: query(getHistory),
  identify: mutation(identifyVisitor),
});
