import {
  dismissClarification,
  listClarifications,
} from "@understudy/core/clarification/clarifications";
import { replyToClarification } from "@understudy/core/clarification/reply-to-clarification";
import { mutation, query, router } from "../trpc.ts";

export const clarificationRouter = router({
  list: query(listClarifications),
  reply: mutation(replyToClarification),
  dismiss: mutation(dismissClarification),
});
