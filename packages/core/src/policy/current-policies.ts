import { type CompiledPolicy, compilePolicy } from "@understudy/rag/policy/compile-policies";
import type { Policy } from "@understudy/rag/policy/policy";
import type { SpokenTwin } from "../access-group/overrides.ts";
import { readBoundaries } from "./read-boundaries.ts";

const MOST_REMEMBERED = 64;
const compiled = new Map<string, Promise<CompiledPolicy>>();

type Governing = Pick<SpokenTwin, "boundaries" | "groupBoundaries">;

/** What holds for a twin's answers now, to whom it speaks: all of it, so that no twin and no group is let off a rule. */
export async function currentPolicies(
  twin: Governing,
  governing: readonly Policy[],
): Promise<CompiledPolicy[]> {
  const { allowedTopics, outsideReply, refusedTopics, blockedPhrases, disclaimers } =
    readBoundaries(twin);
  const rules = { allowedTopics, outsideReply, refusedTopics, blockedPhrases, disclaimers };
  const ofGroups = (twin.groupBoundaries ?? []).map((own): Policy => ({ scope: "group", ...own }));
  const all: Policy[] = [...governing, { scope: "twin", ...rules }, ...ofGroups];
  return Promise.all(all.filter(saysSomething).map(compileOnce));
}

/** The rules of a twin that is gone may be among those that are ready. */
export function forgetPolicies(): void {
  compiled.clear();
}

function saysSomething(rules: Policy): boolean {
  const holds = [rules.allowedTopics, rules.refusedTopics, rules.blockedPhrases, rules.disclaimers];
  return holds.some((list) => list.length > 0);
}

/** Rules that read the same do the same: made ready once in each process. */
function compileOnce(policy: Policy): Promise<CompiledPolicy> {
  const key = JSON.stringify(policy);
  const known = compiled.get(key);
  if (known) return known;
  if (compiled.size >= MOST_REMEMBERED) compiled.clear();
  const made = compilePolicy(policy);
  compiled.set(key, made);
  return made;
}
