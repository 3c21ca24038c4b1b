import type { AnswerEvent } from "@understudy/core/conversation/contract";

interface Place {
  messageId: string;
  /** The sequence number of the last event that was seen. */
  after: number;
}

export type Resume = (place: Place) => Promise<{ events: AnswerEvent[]; ended: boolean }>;

const MAX_FAILURES = 5;
const FIRST_PAUSE_MS = 500;

/**
 * An answer to its end, over lost connections: the first is the stream of the question itself, what
 * is missing then is asked for behind the last event seen. Throws what kept the question from being
 * heard, and what kept failing.
 */
export async function* followAnswer({
  first,
  resume,
  signal,
  pause = (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
}: {
  first: AsyncIterable<AnswerEvent>;
  resume: Resume;
  signal: AbortSignal;
  pause?: (ms: number) => Promise<void>;
}): AsyncGenerator<AnswerEvent> {
  let place: Place | null = null;
  const note = (event: AnswerEvent) => {
    place = { messageId: event.messageId, after: event.sequence };
    return event;
  };
  try {
    for await (const event of first) {
      yield note(event);
      if (isLast(event)) return;
    }
  } catch (error) {
    if (!place || signal.aborted) throw error;
  }
  for (let failures = 0; place && !signal.aborted; ) {
    try {
      const { events, ended } = await resume(place);
      failures = 0;
      yield* events.map(note);
      if (ended) return;
    } catch (error) {
      failures += 1;
      if (failures === MAX_FAILURES) throw error;
      await pause(FIRST_PAUSE_MS * 2 ** failures);
    }
  }
}

function isLast({ type }: AnswerEvent): boolean {
  return type === "done" || type === "error";
}
