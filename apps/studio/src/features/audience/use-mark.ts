import { useMutation } from "@tanstack/react-query";
import { countOf } from "#lib/format-count.ts";
import { type RouterInput, useTRPC } from "#lib/trpc.ts";
import { useToasts } from "#ui/toaster.tsx";
import type { Person } from "./audience.ts";
import { useAudienceChanged } from "./use-audience-changed.ts";

type Change = Omit<RouterInput["audience"]["mark"], "twinId" | "visitorIds">;

interface Mark {
  /** Those whom it changes, and no others: undoing it gives them back what they had. */
  people: readonly Person[];
  change: Change;
  undo: Change;
  /** What was done: “Tagged #vip”. */
  words: string;
}

const MOST_AT_ONCE = 200;

/** Marks several people, and offers to take it back. */
export function useMark(twinId: string) {
  const trpc = useTRPC();
  const toasts = useToasts();
  const changed = useAudienceChanged();
  const mutation = useMutation(trpc.audience.mark.mutationOptions({ onSuccess: changed }));
  const run = async (people: readonly Person[], change: Change) => {
    const ids = people.map(({ id }) => id);
    for (let first = 0; first < ids.length; first += MOST_AT_ONCE) {
      const visitorIds = ids.slice(first, first + MOST_AT_ONCE);
      await mutation.mutateAsync({ twinId, visitorIds, ...change });
    }
  };
  const mark = async ({ people, change, undo, words }: Mark) => {
    if (people.length === 0) return toasts.show({ text: "They have it already." });
    await run(people, change);
    toasts.show({
      text: `${words}: ${countOf(people.length, "person", "people")}.`,
      action: { label: "Undo", run: () => void run(people, undo) },
    });
  };
  return { mark: (wanted: Mark) => void mark(wanted), isPending: mutation.isPending };
}
