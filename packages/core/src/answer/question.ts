import type { Reach } from "@understudy/db/queries/reach";
import type { Turn } from "@understudy/rag/write/build-prompt";
import type { SpokenTwin } from "../access-group/overrides.ts";
import type { Governing } from "../governance/find-governance.ts";
import type { FindRequest, Searched } from "../knowledge/find-passages.ts";

export interface Question {
  twin: SpokenTwin;
  question: string;
  /** The earlier turns of the conversation, oldest first. */
  history: readonly Turn[];
  /** Of whoever asks, the most wanted first. */
  languages?: readonly string[];
  /** What the one who asks may be answered from; null: everything. */
  reach: Reach | null;
  /** What holds for the twin, where that was read with the question. */
  governing?: Governing;
  /** Its owner tries something out: nothing is noted of it. */
  isRehearsal?: boolean;
  /** Instead of how it is always searched for. */
  retrieval?: Pick<FindRequest, "limit" | "settings">;
  /** An index that does not answer yet, instead of the one that does. */
  within?: Searched | undefined;
}
