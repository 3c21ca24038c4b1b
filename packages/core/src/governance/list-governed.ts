import type { Context } from "../kernel/context.ts";
import { IN_DATABASE } from "../knowledge/vector-store.ts";
import type { GovernanceRules, GovernedProvider } from "./contract.ts";
import { isAllowed } from "./is-allowed.ts";

/** What is called outside, and whether that is allowed; vectors in the database are not outside. */
export function listGoverned({ ports }: Context, rules: GovernanceRules): GovernedProvider[] {
  return ports.providers.flatMap(({ id, provider, model }) => {
    const isHere = id === "vectors" && model === IN_DATABASE;
    if (model === null || provider === null || isHere) return [];
    return [{ id, provider, model, isAllowed: isAllowed(rules, ports, { id, model }) }];
  });
}
