import { useMutation, useQueryClient } from "@tanstack/react-query";
import type { Governance, GovernanceRules } from "@understudy/core/governance/contract";
import { useState } from "react";
import { useTRPC } from "#lib/trpc.ts";
import { useLeaveGuard } from "#lib/use-leave-guard.ts";
import { useToasts } from "#ui/toaster.tsx";
import { findRuleChanges, pickRules, withoutBlanks } from "./rules-draft.ts";

/** What was typed over the saved rules, and what becomes of it. */
export function useRulesDraft(governance: Governance) {
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const toasts = useToasts();
  const { twinId } = governance;
  const saved = pickRules(governance);
  const [typed, setTyped] = useState<Partial<GovernanceRules>>({});
  const draft = { ...saved, ...typed };
  const changes = withoutBlanks(findRuleChanges(saved, draft));
  const isChanged = Object.keys(changes).length > 0;
  const saving = useMutation(
    trpc.governance.update.mutationOptions({
      meta: { inline: true },
      onSuccess: (updated) => {
        queryClient.setQueryData(trpc.governance.get.queryKey({ twinId }), updated);
        void queryClient.invalidateQueries(trpc.governance.get.pathFilter());
        setTyped({});
        toasts.show({ text: "Saved. It holds from the next question on." });
      },
    }),
  );
  const blocker = useLeaveGuard(isChanged);
  return {
    draft,
    changes,
    isChanged,
    isSaving: saving.isPending,
    error: saving.error,
    blocker,
    change: (fields: Partial<GovernanceRules>) => setTyped({ ...typed, ...fields }),
    discard: () => setTyped({}),
    save: () => saving.mutate({ twinId, ...changes }),
  };
}

export type RulesForm = ReturnType<typeof useRulesDraft>;
