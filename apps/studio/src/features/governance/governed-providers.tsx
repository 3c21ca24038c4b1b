import type { Governance } from "@understudy/core/governance/contract";
import { CircleAlert, CircleCheck } from "lucide-react";
import { PROVIDER_WORDS } from "#features/providers/provider-words.ts";

/** What is called outside, and what rules keep from being called. */
export function GovernedProviders({ providers }: { providers: Governance["providers"] }) {
  if (providers.length === 0) {
    return <p className="text-sm text-muted">Nothing outside is configured: answers are quoted.</p>;
  }
  return (
    <ul className="grid gap-1.5 text-sm">
      {providers.map(({ id, provider, model, isAllowed }) => (
        <li key={id} className="flex flex-wrap items-center gap-x-2">
          {isAllowed ? (
            <CircleCheck aria-hidden className="size-4 text-good" />
          ) : (
            <CircleAlert aria-hidden className="size-4 text-warn" />
          )}
          <span className="font-medium">{PROVIDER_WORDS[id].name}</span>
          <span className="text-muted">
            {provider === model ? provider : `${provider}, ${model}`}
          </span>
          <span className={isAllowed ? "text-muted" : "text-warn"}>
            {isAllowed ? "allowed" : INSTEAD[id]}
          </span>
        </li>
      ))}
    </ul>
  );
}

/** What becomes of it then. */
const INSTEAD: Record<Governance["providers"][number]["id"], string> = {
  chat: "not allowed: answers are quoted",
  embeddings: "not allowed: passages are found by words",
  reranker: "not allowed: the built-in one puts passages in order",
  vectors: "not allowed: vectors stay in the database, and are searched in memory",
};
