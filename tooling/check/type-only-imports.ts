/** All but the package that is made for pages: it holds no shapes and needs nothing. */
const ofOurs =
  /^\s*(import|export)\s+(?!type\b)[^;"']*["'](@understudy\/(?!answer-text\/)[^"']+)["']/gm;

/**
 * The widget and the client reach what strangers load, so from our packages they take types only.
 * @returns the specifiers that one file imports for their values
 */
export function valueImportsOfOurs(source: string): string[] {
  return [...source.matchAll(ofOurs)].map((match) => match[2] ?? "");
}
