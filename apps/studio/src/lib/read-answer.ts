import type { AnswerEvent } from "@understudy/core/conversation/contract";
import { readServerEvents } from "./read-server-events.ts";
import { readRefusal } from "./request-failed.ts";

/** The events of an answer as they come; throws RequestFailed when there are none to come. */
export async function* readAnswer(response: Response): AsyncGenerator<AnswerEvent> {
  if (!response.ok || !response.body) throw await readRefusal(response);
  for await (const { data } of readServerEvents(response.body)) {
    yield JSON.parse(data) as AnswerEvent;
  }
}
