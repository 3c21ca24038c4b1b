import type { Governance, GovernanceRules } from "@understudy/core/governance/contract";

/** Of what is shown, the part that is typed. */
export function pickRules(governance: Governance): GovernanceRules {
  const { retentionDays, redaction, blockedTopics, blockedPhrases, disclaimers } = governance;
  const { requireCitations, allowedProviders, allowedModels } = governance;
  const said = { blockedTopics, blockedPhrases, disclaimers };
  return { retentionDays, redaction, ...said, requireCitations, allowedProviders, allowedModels };
}

/** What of it is not as it is saved. */
export function findRuleChanges(
  saved: GovernanceRules,
  draft: GovernanceRules,
): Partial<GovernanceRules> {
  const changed = Object.entries(draft).filter(
    ([field, value]) =>
      JSON.stringify(value) !== JSON.stringify(saved[field as keyof GovernanceRules]),
  );
  return Object.fromEntries(changed);
}

/** As they are sent: without the empty lines that typing leaves. */
export function withoutBlanks(rules: Partial<GovernanceRules>): Partial<GovernanceRules> {
  const { blockedTopics, disclaimers, redaction } = rules;
  return {
    ...rules,
    ...(blockedTopics && {
      blockedTopics: blockedTopics.map((topic) => ({ ...topic, examples: filled(topic.examples) })),
    }),
    ...(disclaimers && {
      disclaimers: disclaimers.map((each) =>
        each.topic ? { ...each, topic: { examples: filled(each.topic.examples) } } : each,
      ),
    }),
    ...(redaction && { redaction: { ...redaction, except: filled(redaction.except) } }),
  };
}

function filled(lines: readonly string[]): string[] {
  return lines.map((line) => line.trim()).filter((line) => line !== "");
}
