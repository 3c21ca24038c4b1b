import {
  removeConversation,
  renameConversation,
  restoreConversation,
} from "@understudy/core/conversation/change-conversation";
import { listConversations } from "@understudy/core/conversation/conversations";
import { correctAnswer } from "@understudy/core/conversation/operate/correct-answer";
import { exportConversations } from "@understudy/core/conversation/operate/export-conversations";
import { getConversation } from "@understudy/core/conversation/operate/get-conversation";
import {
  reviewConversation,
  tagConversation,
} from "@understudy/core/conversation/operate/mark-conversation";
import { addNote, removeNote } from "@understudy/core/conversation/operate/notes";
import { undoCorrection } from "@understudy/core/conversation/operate/undo-correction";
import { getTrace } from "@understudy/core/conversation/trace/get-trace";
import { mutation, query, router } from "../trpc.ts";

export const conversationRouter = router({
  list: query(listConversations),
  get: query(getConversation),
  trace: query(getTrace),
  tag: mutation(tagConversation),
  review: mutation(reviewConversation),
  addNote: mutation(addNote),
  removeNote: mutation(removeNote),
  correct: mutation(correctAnswer),
  undoCorrection: mutation(undoCorrection),
  export: mutation(exportConversations),
  rename: mutation(renameConversation),
  remove: mutation(removeConversation),
  restore: mutation(restoreConversation),
});
