import type { VisitorEvent, VisitorMessage } from "./follow-answer.ts";
import type { Kit } from "./kit.ts";

const MAX_FAILURES = 5;
const PAUSE_MS = 400;

export interface Resuming {
  /** Behind the last event seen. */
  ask(): Promise<{ events: VisitorEvent[] }>;
  /** Takes an event, and gives the answer when it is whole. */
  take(event: VisitorEvent): VisitorMessage | null;
}

/** What is missing of an answer, asked for until it is whole. */
export async function resumeAnswer(
  { reasonOf }: Kit,
  { ask, take }: Resuming,
): Promise<VisitorMessage> {
  for (let failures = 0; ; ) {
    try {
      for (const event of (await ask()).events) {
        const whole = take(event);
        if (whole) return whole;
      }
      failures = 0;
    } catch (error) {
      failures += 1;
      if (reasonOf(error) !== "unreachable" || failures === MAX_FAILURES) throw error;
      await new Promise((resolve) => setTimeout(resolve, PAUSE_MS * 2 ** failures));
    }
  }
}
