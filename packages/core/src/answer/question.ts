import type { PlainTwinRow } from "@understudy/db/queries/twins";
import type { Turn } from "@understudy/rag/write/build-prompt";
import type { FindRequest } from "../knowledge/find-passages.ts";

export interface Question {
  twin: PlainTwinRow;
  question: string;
  /** The earlier turns of the conversation, oldest first. */
  history: readonly Turn[];
  /** Its owner tries something out: nothing is noted of it. */
  isRehearsal?: boolean;
  /** Instead of how it is always searched for. */
  retrieval?: Pick<FindRequest, "limit" | "settings">;
}
