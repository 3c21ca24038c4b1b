import { type InfiniteData, useMutation, useQueryClient } from "@tanstack/react-query";
import { useTRPC } from "#lib/trpc.ts";
import { useToasts } from "#ui/toaster.tsx";
import type { AnswerWanted, QuestionPage } from "./question.ts";

type Pages = InfiniteData<QuestionPage>;

/** A question that is decided on leaves the list at once, comes back when that is refused, and can be undone. */
export function useSettleQuestion(onDone: () => void = () => {}) {
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const toasts = useToasts();
  const onSettled = () =>
    Promise.all(
      [trpc.question, trpc.verifiedAnswer, trpc.clarification].map((router) =>
        queryClient.invalidateQueries(router.pathFilter()),
      ),
    );
  const leave = {
    meta: { inline: true },
    onMutate: ({ clusterId }: { clusterId: string }) => {
      const held = queryClient.getQueriesData<Pages>(trpc.question.list.pathFilter());
      for (const [key, pages] of held)
        if (pages) queryClient.setQueryData(key, without(pages, clusterId));
      return held;
    },
    onError: (
      _error: unknown,
      _wanted: unknown,
      held?: [readonly unknown[], Pages | undefined][],
    ) => {
      for (const [key, pages] of held ?? []) queryClient.setQueryData(key, pages);
    },
    onSettled,
  };
  const reopen = useMutation(
    trpc.question.reopen.mutationOptions({
      onSettled,
      onSuccess: () => toasts.show({ text: "It is open again." }),
    }),
  );
  const undo = (clusterId: string) => ({
    label: "Undo",
    run: () => reopen.mutate({ clusterId }),
  });
  const answer = useMutation(
    trpc.question.answer.mutationOptions({
      ...leave,
      onSuccess: ({ id, telling }, wanted) => {
        onDone();
        toasts.show({ text: doneWords(wanted, telling), action: undo(id) });
      },
    }),
  );
  const dismiss = useMutation(
    trpc.question.dismiss.mutationOptions({
      ...leave,
      onSuccess: ({ id }) => {
        onDone();
        toasts.show({ text: "Set aside, also when it is asked again.", action: undo(id) });
      },
    }),
  );
  return { answer, dismiss, reopen };
}

function doneWords({ as }: AnswerWanted, telling: number): string {
  if (as === "belief") return "Answers may rest on this belief from now on.";
  const told = telling === 1 ? "One person is" : `${telling} people are`;
  return `Given from now on, and guarded by a test.${telling > 0 ? ` ${told} told by mail.` : ""}`;
}

function without(pages: Pages, clusterId: string): Pages {
  return {
    ...pages,
    pages: pages.pages.map((page) => ({
      ...page,
      items: page.items.filter(({ id }) => id !== clusterId),
    })),
  };
}
