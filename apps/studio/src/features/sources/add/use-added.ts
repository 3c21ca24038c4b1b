import { useQueryClient } from "@tanstack/react-query";
import type { AddedSource } from "@understudy/core/source/contract";
import { useTRPC } from "#lib/trpc.ts";
import { useToasts } from "#ui/toaster.tsx";

/** What follows when something was added: the lists are read again, and what was here before is named. */
export function useAdded(onDone: () => void): (source: AddedSource) => void {
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const toasts = useToasts();
  return ({ duplicateOf, title }) => {
    void queryClient.invalidateQueries(trpc.source.list.pathFilter());
    void queryClient.invalidateQueries(trpc.job.list.pathFilter());
    if (duplicateOf) toasts.show({ text: `This is already here as “${title}”.` });
    onDone();
  };
}
