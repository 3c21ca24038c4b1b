import { startChat } from "@understudy/core/conversation/conversations";
import { mutation, router } from "../trpc.ts";

export const chatRouter = router({
  start: mutation(startChat),
});
