import type { GovernanceChanges, GovernanceRules } from "./contract.ts";
import { NO_RULES } from "./contract.ts";

/** As they are stored, whatever of them there was when they were. */
export function readRules(stored: object | undefined): GovernanceRules {
  const rules = (stored ?? {}) as Partial<GovernanceRules>;
  return change(NO_RULES, rules);
}

/** What is not told of stays. */
export function change(rules: GovernanceRules, changes: GovernanceChanges): GovernanceRules {
  return {
    ...rules,
    ...told(changes),
    retentionDays: { ...rules.retentionDays, ...told(changes.retentionDays ?? {}) },
    redaction: { ...rules.redaction, ...told(changes.redaction ?? {}) },
  };
}

function told<Fields extends object>(fields: Fields): Fields {
  return Object.fromEntries(
    Object.entries(fields).filter(([, value]) => value !== undefined),
  ) as Fields;
}

/** A twin's rules beside its tenant's: of each the narrower, so that a twin can only tighten. */
export function mergeRules(tenant: GovernanceRules, twin: GovernanceRules): GovernanceRules {
  return {
    retentionDays: mergeRetention(tenant.retentionDays, twin.retentionDays),
    redaction: mergeRedaction(tenant.redaction, twin.redaction),
    blockedTopics: [...tenant.blockedTopics, ...twin.blockedTopics],
    blockedPhrases: [...tenant.blockedPhrases, ...twin.blockedPhrases],
    disclaimers: [...tenant.disclaimers, ...twin.disclaimers],
    requireCitations: tenant.requireCitations || twin.requireCitations,
    allowedProviders: both(tenant.allowedProviders, twin.allowedProviders),
    allowedModels: both(tenant.allowedModels, twin.allowedModels),
  };
}

type Days = GovernanceRules["retentionDays"];

function mergeRetention(one: Days, other: Days): Days {
  return {
    conversations: sooner(one.conversations, other.conversations),
    visitors: sooner(one.visitors, other.visitors),
    traces: sooner(one.traces, other.traces),
    jobLogs: sooner(one.jobLogs, other.jobLogs),
    exports: sooner(one.exports, other.exports),
  };
}

function sooner(one: number | null, other: number | null): number | null {
  if (one === null || other === null) return one ?? other;
  return Math.min(one, other);
}

type Redaction = GovernanceRules["redaction"];

function mergeRedaction(one: Redaction, other: Redaction): Redaction {
  return {
    kinds: [...new Set([...one.kinds, ...other.kinds])],
    storage: one.storage || other.storage,
    provider: one.provider || other.provider,
    answers: one.answers || other.answers,
    except: mergeExceptions(one, other),
  };
}

/** What one hides the other cannot let through. */
function mergeExceptions(one: Redaction, other: Redaction): string[] {
  if (one.kinds.length === 0) return other.except;
  if (other.kinds.length === 0) return one.except;
  return one.except.filter((text) => other.except.includes(text));
}

function both(one: string[] | null, other: string[] | null): string[] | null {
  if (one === null || other === null) return one ?? other;
  const names = new Set(other.map((name) => name.toLowerCase()));
  return one.filter((name) => names.has(name.toLowerCase()));
}
