import type { ChatEvent } from "./chat-model.ts";

const OPENING = "<think>";
const CLOSING = "</think>";

/** Leaves out the thoughts that some local models write before their answer, in a leading tag. */
export async function* skipThoughts(events: AsyncIterable<ChatEvent>): AsyncGenerator<ChatEvent> {
  const sieve = createSieve();
  for await (const event of events) {
    const text = event.type === "text" ? sieve.take(event.text) : sieve.end();
    if (text) yield { type: "text", text };
    if (event.type === "end") yield event;
  }
}

/** Gives back of each text what belongs to the answer; holds what may still be the tag. */
function createSieve(): { take(text: string): string; end(): string } {
  let phase: "looking" | "thinking" | "answering" = "looking";
  let held = "";
  const look = (): string => {
    const start = held.trimStart();
    if (start.startsWith(OPENING)) {
      phase = "thinking";
      return think();
    }
    if (OPENING.startsWith(start)) return "";
    phase = "answering";
    return held;
  };
  const think = (): string => {
    const at = held.indexOf(CLOSING);
    if (at < 0) {
      held = held.slice(1 - CLOSING.length);
      return "";
    }
    phase = "answering";
    return held.slice(at + CLOSING.length).trimStart();
  };
  return {
    take(text) {
      if (phase === "answering") return text;
      held += text;
      return phase === "looking" ? look() : think();
    },
    end: () => (phase === "looking" ? held : ""),
  };
}
