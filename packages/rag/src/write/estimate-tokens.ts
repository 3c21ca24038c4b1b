import { measureText } from "../chunk/measure-text.ts";

/** An estimate from above of the tokens that common byte pair encodings make of a text. */
export function estimateTokens(text: string): number {
  return Math.ceil(measureText(text, 0, text.length).tokens + lineBreaks(text));
}

function lineBreaks(text: string): number {
  let count = 0;
  for (let at = text.indexOf("\n"); at >= 0; at = text.indexOf("\n", at + 1)) count += 1;
  return count;
}
