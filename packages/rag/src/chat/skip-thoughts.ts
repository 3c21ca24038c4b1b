const OPENING = "<think>";
const CLOSING = "</think>";

export interface ThoughtSieve {
  take(text: string): string;
  /** What was held when nothing more comes. */
  end(): string;
}

/**
 * Leaves out the thoughts that some local models write before their answer, in a leading tag: gives
 * back of each text what belongs to the answer, and holds what may still be the tag.
 */
export function createThoughtSieve(): ThoughtSieve {
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
