import { type CompiledPolicy, compilePolicy } from "@understudy/rag/policy/compile-policies";
import type { Policy } from "@understudy/rag/policy/policy";
import { readBoundaries } from "./read-boundaries.ts";

const MOST_REMEMBERED = 64;
const compiled = new Map<string, Promise<CompiledPolicy>>();

/** What holds for a twin's answers now. */
export async function currentPolicies(twin: { boundaries: object }): Promise<CompiledPolicy[]> {
  const { allowedTopics, outsideReply, refusedTopics, blockedPhrases, disclaimers } =
    readBoundaries(twin);
  const holds = [allowedTopics, refusedTopics, blockedPhrases, disclaimers];
  const rules = { allowedTopics, outsideReply, refusedTopics, blockedPhrases, disclaimers };
  const own: Policy = { scope: "twin", ...rules };
  return holds.every((list) => list.length === 0) ? [] : [await compileOnce(own)];
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
