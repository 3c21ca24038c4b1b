import { useInfiniteQuery, useMutation } from "@tanstack/react-query";
import type { Belief } from "@understudy/core/belief/contract";
import { type VersionField, VersionHistory } from "#features/history/version-history.tsx";
import { getNextPageParam } from "#lib/get-next-page-param.ts";
import { type Outputs, useTRPC } from "#lib/trpc.ts";
import { useToasts } from "#ui/toaster.tsx";
import { useBeliefsChanged } from "./use-beliefs-changed.ts";

type Version = Outputs["belief"]["versions"]["items"][number];

const FIELDS: readonly VersionField<Version>[] = [
  { label: "What you hold", read: ({ statement }) => statement },
  { label: "When it applies", read: ({ scope }) => scope ?? "" },
];

/** What it has said, newest first; an older one can be taken up again. */
export function BeliefVersions({ belief }: { belief: Belief }) {
  const trpc = useTRPC();
  const changed = useBeliefsChanged();
  const toasts = useToasts();
  const list = useInfiniteQuery(
    trpc.belief.versions.infiniteQueryOptions(
      { beliefId: belief.id },
      { getNextPageParam, throwOnError: true },
    ),
  );
  const update = useMutation(
    trpc.belief.update.mutationOptions({
      onSuccess: async (saved) => {
        toasts.show({ text: `Taken up again as version ${saved.version}.` });
        await changed(saved);
      },
    }),
  );
  const { id: beliefId, version } = belief;
  return (
    <VersionHistory
      list={list}
      fields={FIELDS}
      current={version}
      isBusy={update.isPending}
      onRestore={({ statement, scope }) => update.mutate({ beliefId, version, statement, scope })}
    />
  );
}
