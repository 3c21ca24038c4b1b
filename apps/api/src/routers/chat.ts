import { startChat } from "@understudy/core/conversation/conversations";
import { giveFeedback } from "@understudy/core/conversation/give-feedback";
import { resumeAnswer, stopAnswer } from "@understudy/core/conversation/steer-answer";
import { BEFORE_QUESTIONS, mutation, router } from "../trpc.ts";

export const chatRouter = router({
  start: mutation(startChat, BEFORE_QUESTIONS),
  stop: mutation(stopAnswer),
  resume: mutation(resumeAnswer),
  feedback: mutation(giveFeedback),
});
