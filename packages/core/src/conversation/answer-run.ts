import type { Exchange } from "./exchange.ts";
import type { LiveAnswer } from "./live-answer.ts";

/** An answer while a process makes it; aborting `stop` says why it ends early. */
export interface AnswerRun {
  exchange: Exchange;
  live: LiveAnswer;
  stop: AbortController;
  /** A reader who lost the line has this long to come back before the spending ends. */
  abandonedAfterMs: number;
}

/** Someone who may has asked the answer to stop. */
export class StopRequested extends Error {
  override readonly name = "StopRequested";
}

/** No one has followed the answer for a while: what it would cost is spared. */
export class Abandoned extends Error {
  override readonly name = "Abandoned";
}

export class ProcessStopping extends Error {
  override readonly name = "ProcessStopping";
}
