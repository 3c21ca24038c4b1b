import type { Ports } from "../kernel/ports.ts";
import { IN_DATABASE } from "../knowledge/vector-store.ts";
import type { ProviderId } from "../provider/contract.ts";
import type { GovernanceRules } from "./contract.ts";

/** A call to something outside: for what, and to which of its models; a vector store goes by its kind. */
export interface Called {
  id: ProviderId;
  model: string;
}

/** Whether rules let a call go out; where it is not known who is called, a list of those who may be lets nobody in. */
export function isAllowed(
  { allowedProviders, allowedModels }: GovernanceRules,
  { providers }: Pick<Ports, "providers">,
  { id, model }: Called,
): boolean {
  if (id === "vectors") return model === IN_DATABASE || isAmong(allowedProviders, model);
  const provider = providers.find((probe) => probe.id === id)?.provider ?? "";
  return isAmong(allowedProviders, provider) && isAmong(allowedModels, model);
}

function isAmong(names: readonly string[] | null, name: string): boolean {
  return names === null || names.some((each) => each.toLowerCase() === name.toLowerCase());
}
