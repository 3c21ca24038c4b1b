const BARRELS = 50;

/** What the twin is taught, and what the model says of it: a sentence and a quote, each its own. */
export const sentences = Array.from({ length: BARRELS }, (_, n) => `Barrel ${n} holds oil.`);
export const question = "What does each barrel in the cellar hold?";

/** A piece of an answer as OpenAI streams it. */
export function chunkOf(sentence: string): string {
  const content = `${sentence} ⟦1|${sentence.slice(0, -1)}⟧ `;
  return frame({ choices: [{ index: 0, delta: { content }, finish_reason: null }] });
}

export const lastChunks = `${frame({
  choices: [{ index: 0, delta: {}, finish_reason: "stop" }],
  usage: { prompt_tokens: 1, completion_tokens: 1, total_tokens: 2 },
})}data: [DONE]\n\n`;

function frame(content: object): string {
  return `data: ${JSON.stringify(content)}\n\n`;
}
