import { PERSONAL_WORDS } from "#features/governance/personal-words.ts";
import { countOf } from "#lib/format-count.ts";
import type { MessageTrace } from "./message-trace.ts";

/** What rules refused, held back and added; nothing where they did nothing. */
export function PolicyStory({
  policy: { refused, withheld, disclaimers, hidden, isUncited },
}: {
  policy: NonNullable<MessageTrace["policy"]>;
}) {
  const isIdle = !refused && !isUncited && withheld.length === 0 && disclaimers.length === 0;
  if (isIdle && hidden.provider.length === 0 && hidden.answer.length === 0) return null;
  return (
    <section className="grid grid-cols-1 gap-2">
      <h3 className="font-semibold">Rules</h3>
      {refused && (
        <p className="text-sm">
          {refused.matched
            ? `Refused, by ${ruleWords(refused.name, refused.matched)}.`
            : "Refused: it is on none of the allowed topics."}
        </p>
      )}
      {withheld.map(({ text, name, matched, instead }) => (
        <div key={text} className="grid gap-0.5 rounded-md border border-line px-3 py-2 text-sm">
          <p className="break-words text-muted line-through">{text.trim()}</p>
          <p>
            Not said, by {ruleWords(name, matched)}
            {instead && `; said instead: ${instead}`}
          </p>
        </div>
      ))}
      {isUncited && (
        <p className="text-sm">Not said: citations are required, and nothing of it rests on one.</p>
      )}
      {hidden.provider.length > 0 && (
        <p className="text-sm">Hidden from the provider: {listKinds(hidden.provider)}.</p>
      )}
      {hidden.answer.length > 0 && (
        <p className="text-sm">Hidden in the answer: {listKinds(hidden.answer)}.</p>
      )}
      {disclaimers.length > 0 && (
        <p className="text-sm">{countOf(disclaimers.length, "disclaimer")} added.</p>
      )}
    </section>
  );
}

/** The rule, and the words of it that told, where they are others. */
function ruleWords(name: string | null, matched: string): string {
  return name === null || name === matched ? `“${matched}”` : `“${name}” (“${matched}”)`;
}

function listKinds(hidden: readonly { kind: keyof typeof PERSONAL_WORDS }[]): string {
  const kinds = [...new Set(hidden.map(({ kind }) => kind))];
  return kinds.map((kind) => PERSONAL_WORDS[kind].label.toLowerCase()).join(", ");
}
