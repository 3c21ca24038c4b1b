export interface Turn {
  speaker: string;
  text: string;
}

const SPEAKER = /^(?:speaker|name|author|role|from|user)$/i;
const WORDS = /^(?:content|text|message|utterance|body)$/i;
const MAX_DEPTH = 4;

/** The largest list of spoken turns in a JSON value: objects with a speaker and words each. */
export function findTurns(value: unknown, depth = 0): Turn[] | undefined {
  if (depth > MAX_DEPTH || typeof value !== "object" || value === null) return undefined;
  if (Array.isArray(value)) {
    const turns = value.map(asTurn);
    if (turns.length > 1 && turns.every((turn) => turn !== undefined)) return turns;
  }
  const inner = Object.values(value).flatMap((child) => {
    const turns = findTurns(child, depth + 1);
    return turns ? [turns] : [];
  });
  return inner.sort((a, b) => b.length - a.length)[0];
}

function asTurn(value: unknown): Turn | undefined {
  if (typeof value !== "object" || value === null) return undefined;
  const entries = Object.entries(value).filter(([, content]) => typeof content === "string");
  const speaker = entries.find(([key]) => SPEAKER.test(key))?.[1];
  const text = entries.find(([key]) => WORDS.test(key))?.[1];
  return speaker === undefined || text === undefined ? undefined : { speaker, text };
}
