import type { PlainTwinRow } from "@understudy/db/queries/twins";
import type { Turn } from "@understudy/rag/write/build-prompt";
import type { FindRequest, Searched } from "../knowledge/find-passages.ts";

export interface Question {
  twin: PlainTwinRow;
  question: string;
  /** The earlier turns of the conversation, oldest first. */
  history: readonly Turn[];
  /** Of whoever asks, the most wanted first. */
  languages?: readonly string[];
  /** Its owner tries something out: nothing is noted of it. */
  isRehearsal?: boolean;
  /** Instead of how it is always searched for. */
  retrieval?: Pick<FindRequest, "limit" | "settings">;
  /** An index that does not answer yet, instead of the one that does. */
  within?: Searched | undefined;
}
