import { useInfiniteQuery, useMutation } from "@tanstack/react-query";
import type { VerifiedAnswer } from "@understudy/core/verified-answer/contract";
import { type VersionField, VersionHistory } from "#features/history/version-history.tsx";
import { getNextPageParam } from "#lib/get-next-page-param.ts";
import { type Outputs, useTRPC } from "#lib/trpc.ts";
import { useToasts } from "#ui/toaster.tsx";
import { useVerifiedChanged } from "./use-verified-changed.ts";

type Version = Outputs["verifiedAnswer"]["versions"]["items"][number];

const FIELDS: readonly VersionField<Version>[] = [
  { label: "Question", read: ({ question }) => question },
  { label: "Phrasings", read: ({ phrasings }) => phrasings.join("\n") },
  { label: "Answer", read: ({ answer }) => answer },
  { label: "Review by", read: ({ reviewBy }) => reviewBy?.slice(0, 10) ?? "" },
];

/** What it has said, newest first; an older one can be taken up again. */
export function VersionList({ answer }: { answer: VerifiedAnswer }) {
  const trpc = useTRPC();
  const changed = useVerifiedChanged();
  const toasts = useToasts();
  const list = useInfiniteQuery(
    trpc.verifiedAnswer.versions.infiniteQueryOptions(
      { verifiedAnswerId: answer.id },
      { getNextPageParam, throwOnError: true },
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
  const { id: verifiedAnswerId, version } = answer;
  return (
    <VersionHistory
      list={list}
      fields={FIELDS}
      current={version}
      isBusy={update.isPending}
      onRestore={({ question, phrasings, answer: text, reviewBy }) =>
        update.mutate({ verifiedAnswerId, version, question, phrasings, answer: text, reviewBy })
      }
    />
  );
}
