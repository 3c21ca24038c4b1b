import { useMutation, useQueryClient } from "@tanstack/react-query";
import type { Boundaries } from "@understudy/core/policy/contract";
import type { Twin } from "@understudy/core/twin/contract";
import { useState } from "react";
import { useTRPC } from "#lib/trpc.ts";
import { useLeaveGuard } from "#lib/use-leave-guard.ts";
import { useToasts } from "#ui/toaster.tsx";
import { type Character, type CharacterChanges, findChanges, pickCharacter } from "./character.ts";

/** What was typed over the saved character, and what becomes of it. */
export function useCharacterDraft(twin: Twin) {
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const toasts = useToasts();
  const saved = pickCharacter(twin);
  const [typed, setTyped] = useState<Partial<Character>>({});
  const draft = { ...saved, ...typed };
  const changes = findChanges(saved, draft);
  const isChanged = Object.keys(changes).length > 0;
  const saving = useMutation(
    trpc.twin.update.mutationOptions({
      meta: { inline: true },
      onSuccess: (updated) => {
        queryClient.setQueryData(trpc.twin.get.queryKey({ twinId: twin.id }), updated);
        void queryClient.invalidateQueries(trpc.twin.list.pathFilter());
        void queryClient.invalidateQueries(trpc.release.preview.pathFilter());
        setTyped({});
        toasts.show({ text: "Saved. The next answer uses it." });
      },
    }),
  );
  const blocker = useLeaveGuard(isChanged);
  return {
    draft,
    isChanged,
    isSaving: saving.isPending,
    error: saving.error,
    blocker,
    bound: (fields: Partial<Boundaries>) =>
      setTyped({ ...typed, boundaries: { ...draft.boundaries, ...fields } }),
    change: (fields: Partial<Character>) => setTyped((now) => ({ ...now, ...fields })),
    discard: () => setTyped({}),
    save: () => saving.mutate({ twinId: twin.id, ...withoutEmptyQuestions(changes) }),
  };
}

function withoutEmptyQuestions(changes: CharacterChanges): CharacterChanges {
  if (!changes.starterQuestions) return changes;
  const starterQuestions = changes.starterQuestions.filter((question) => question.trim() !== "");
  return { ...changes, starterQuestions };
}

export type CharacterDraft = ReturnType<typeof useCharacterDraft>;
