import { startChat } from "@understudy/core/conversation/conversations";
import { resumeAnswer, stopAnswer } from "@understudy/core/conversation/steer-answer";
import { mutation, router } from "../trpc.ts";

export const chatRouter = router({
  start: mutation(startChat),
  stop: mutation(stopAnswer),
  resume: mutation(resumeAnswer),
});
