import type { CompiledPolicy } from "./compile-policies.ts";
import { ASKS_ABOUT, SPEAKS_OF } from "./match-topic.ts";
import type { RuleRef } from "./policy.ts";

export interface PlacedDisclaimer {
  rule: RuleRef;
  text: string;
}

/** The disclaimers that belong before or behind an answer to this question, in their order, each text once. */
export function chooseDisclaimers(
  policies: readonly CompiledPolicy[],
  {
    place,
    wordings,
    said,
  }: { place: "before" | "after"; wordings: readonly string[]; said: string },
): PlacedDisclaimer[] {
  const chosen = new Map<string, PlacedDisclaimer>();
  for (const { policy, noted } of policies) {
    for (const { id, text, topic, ...rule } of policy.disclaimers) {
      const matcher = noted.get(id);
      const applies =
        topic === null ||
        wordings.some((wording) => matcher?.find(wording, ASKS_ABOUT)) ||
        matcher?.find(said, SPEAKS_OF);
      if (rule.place !== place || !applies || chosen.has(text)) continue;
      chosen.set(text, { rule: { scope: policy.scope, kind: "disclaimer", id }, text });
    }
  }
  return [...chosen.values()];
}
