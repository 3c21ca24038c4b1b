import { type DiffPart, diffWords } from "./diff-words.ts";

const PARTS = {
  added: "rounded-[3px] bg-good-soft text-good no-underline",
  removed: "rounded-[3px] bg-bad-soft text-bad",
} as const;

/** A text with what came and what went marked in it, word by word. */
export function DiffText({ before, after }: { before: string; after: string }) {
  return diffWords(before, after).map((part, index) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: the parts of a finished text never move.
    <Part key={index} part={part} />
  ));
}

function Part({ part: { kind, text } }: { part: DiffPart }) {
  if (kind === "same") return text;
  const words = text.trimStart();
  return (
    <>
      {text.slice(0, text.length - words.length)}
      {kind === "added" ? (
        <ins className={PARTS.added}>{words}</ins>
      ) : (
        <del className={PARTS.removed}>{words}</del>
      )}
    </>
  );
}
