import type { PlainTwinRow } from "@understudy/db/queries/twins";
import type { Turn } from "@understudy/rag/write/build-prompt";

export interface Question {
  twin: PlainTwinRow;
  question: string;
  /** The earlier turns of the conversation, oldest first. */
  history: readonly Turn[];
}
