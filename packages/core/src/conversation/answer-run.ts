import type { Making } from "./answer-runs.ts";
import type { Exchange } from "./exchange.ts";

/** The making of one answer. */
export interface AnswerRun extends Making {
  exchange: Exchange;
}
