const CODE = /```[^\n]*\n([\s\S]*?)(?:```|$)|`([^`\n]+)`/gu;
const WORD = /[\p{L}\p{M}]{2,}/gu;
/** Letters of formulas that stand beside Latin ones. */
const SIGNS = /[μΩΔπαβγ]/gu;

/** Whether what a claim sets as code stands in its evidence as it is, spaces apart: a block in the passage, a word or two in the sentences quoted. */
export function codeAgrees(
  text: string,
  { near, source }: { near: string; source: string },
): boolean {
  return Array.from(text.matchAll(CODE)).every(([, block, span]) => {
    const known = squeeze(block === undefined ? near : source);
    return (block ?? span ?? "").split("\n").every((line) => known.includes(squeeze(line)));
  });
}

function squeeze(text: string): string {
  return text.replace(/[\s`]+/gu, "");
}

/** Whether a word mixes letters of scripts that look alike: "hеlmet" with a Cyrillic e. */
export function isDisguised(text: string): boolean {
  return Array.from(text.matchAll(WORD)).some(([word]) => {
    const letters = word.replace(SIGNS, "");
    return (
      /\p{sc=Latin}/u.test(letters) && /[\p{sc=Cyrillic}\p{sc=Greek}\p{sc=Armenian}]/u.test(letters)
    );
  });
}
