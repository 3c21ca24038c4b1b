import { redact } from "@understudy/rag/policy/personal/redact";
import { hides } from "../governance/hide-personal.ts";
import type { FoundPassage } from "../knowledge/find-passages.ts";
import type { Governed } from "../policy/governed.ts";

/** Passages as an answer may be made of them, and as a provider may read them where one writes it. */
export function hidePassages(
  passages: readonly FoundPassage[],
  { rules, trace }: Governed,
  { isSentOut }: { isSentOut: boolean },
): FoundPassage[] {
  const { redaction } = rules;
  const isHiddenOutside = isSentOut && hides(redaction, "provider");
  if (!isHiddenOutside && !hides(redaction, "answers")) return [...passages];
  return passages.map((passage) => {
    const { text, found } = redact(passage.text, redaction);
    if (found.length === 0) return passage;
    if (isHiddenOutside) trace.hidden.provider.push(...found);
    return { ...passage, text, hidden: found };
  });
}
