import { useInfiniteQuery, useMutation } from "@tanstack/react-query";
import type { VerifiedAnswer } from "@understudy/core/verified-answer/contract";
import { type Outputs, useTRPC } from "#lib/trpc.ts";
import { Button } from "#ui/button.tsx";
import { Skeleton } from "#ui/skeleton.tsx";
import { useToasts } from "#ui/toaster.tsx";
import { useVerifiedChanged } from "./use-verified-changed.ts";
import { VersionEntry } from "./version-entry.tsx";

export type Version = Outputs["verifiedAnswer"]["versions"]["items"][number];

/** What it has said, newest first, each with what it changed; an older one can be taken up again. */
export function VersionList({ answer }: { answer: VerifiedAnswer }) {
  const trpc = useTRPC();
  const changed = useVerifiedChanged();
  const toasts = useToasts();
  const list = useInfiniteQuery(
    trpc.verifiedAnswer.versions.infiniteQueryOptions(
      { verifiedAnswerId: answer.id },
      { getNextPageParam: (page) => page.nextCursor ?? undefined, throwOnError: true },
    ),
  );
  const update = useMutation(
    trpc.verifiedAnswer.update.mutationOptions({
      onSuccess: async (saved) => {
        toasts.show({ text: `Taken up again as version ${saved.version}.` });
        await changed(saved);
      },
    }),
  );
  const restore = ({ question, phrasings, answer: text, reviewBy }: Version) =>
    update.mutate({
      verifiedAnswerId: answer.id,
      version: answer.version,
      ...{ question, phrasings, answer: text, reviewBy },
    });
  if (!list.data) return <Skeleton className="h-24" />;
  const versions = list.data.pages.flatMap((page) => page.items);
  return (
    <>
      <ol className="grid grid-cols-1 gap-3">
        {versions.map((version, at) => (
          <VersionEntry
            key={version.number}
            version={version}
            before={versions[at + 1]}
            isCurrent={version.number === answer.version}
            isBusy={update.isPending}
            onRestore={() => restore(version)}
          />
        ))}
      </ol>
      {list.hasNextPage && (
        <Button
          className="mt-3"
          disabled={list.isFetchingNextPage}
          onClick={() => list.fetchNextPage()}
        >
          Show older
        </Button>
      )}
    </>
  );
}
