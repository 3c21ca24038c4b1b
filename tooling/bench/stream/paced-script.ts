export interface Pace {
  firstTokenMs: number;
  /** Between tokens; with 0 one sentence comes at once, and nothing else. */
  everyMs: number;
  /** Of `sentences`, so many are said; all when it is not told. */
  said?: number;
}

const BARRELS = 16;

/** What the twin is taught, and what the model says of it: a sentence and a quote, each its own. */
export const sentences = Array.from(
  { length: BARRELS },
  (_, n) => `Barrel ${n} in the northern cellar of the tower holds rapeseed oil for its lamps.`,
);
export const question = "What does each barrel in the northern cellar hold?";
const QUOTED_WORDS = 12;
/** Ends a quote, and with it all that is needed to check a sentence. */
export const QUOTE_END = "⟧";

/** The tokens of the answer in order: the words of a sentence, and then those of its quote. */
export const tokens = sentences.flatMap((sentence) => {
  const words = sentence.split(" ");
  const quoted = words.slice(0, QUOTED_WORDS).map((word, at) => (at === 0 ? word : ` ${word}`));
  return [...words.map((word) => `${word} `), "⟦1|", ...quoted, `${QUOTE_END} `];
});

/** Those of the first sentences. */
export const tokensOf = (said: number) =>
  tokens.slice(0, (tokens.length * said) / sentences.length);

/** What a visitor is told of the first sentences: each word of a sentence, and its citation. */
export const eventsOf = (said: number) =>
  sentences.slice(0, said).reduce((sum, text) => sum + text.split(" ").length + 1, 0);
export const eventCount = eventsOf(sentences.length);

/** Between two tokens, of which a visitor sees rather more than half, at so many events a second. */
export function tokenMsAt(eventsPerSecond: number): number {
  return (1_000 * eventCount) / tokens.length / eventsPerSecond;
}

/** Tokens as OpenAI streams them. */
export function chunkOf(content: string): string {
  return frame({ choices: [{ index: 0, delta: { content }, finish_reason: null }] });
}

export const lastChunks = `${frame({
  choices: [{ index: 0, delta: {}, finish_reason: "stop" }],
  usage: { prompt_tokens: 1, completion_tokens: 1, total_tokens: 2 },
})}data: [DONE]\n\n`;

function frame(content: object): string {
  return `data: ${JSON.stringify(content)}\n\n`;
}
