import { type InfiniteData, useMutation, useQueryClient } from "@tanstack/react-query";
import { useNavigate, useParams } from "@tanstack/react-router";
import { type Outputs, useTRPC } from "#lib/trpc.ts";
import { useToasts } from "#ui/toaster.tsx";

type Page = Outputs["conversation"]["list"];
type Item = Page["items"][number];

/** Renames and removes; both show at once, a removal can be undone from its message. */
export function useConversationActions() {
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const toasts = useToasts();
  const leave = useLeaveConversation();
  const change = (id: string, next: (item: Item) => Item[]) =>
    queryClient.setQueriesData<InfiniteData<Page>>(
      { queryKey: trpc.conversation.list.infiniteQueryKey() },
      (pages) =>
        pages && { ...pages, pages: pages.pages.map((page) => changeItem(page, id, next)) },
    );
  const onSettled = () => queryClient.invalidateQueries(trpc.conversation.list.pathFilter());
  const renaming = useMutation(
    trpc.conversation.rename.mutationOptions({
      onMutate: ({ conversationId, title }) =>
        change(conversationId, (item) => [{ ...item, title }]),
      onSettled,
    }),
  );
  const restoring = useMutation(trpc.conversation.restore.mutationOptions({ onSettled }));
  const removing = useMutation(
    trpc.conversation.remove.mutationOptions({
      onMutate: ({ conversationId }) => {
        change(conversationId, () => []);
        leave(conversationId);
      },
      // Here, not beside the call: the row that called is gone by then.
      onSuccess: ({ id, title }) =>
        toasts.show({
          text: `Removed “${title || "New conversation"}”.`,
          action: { label: "Undo", run: () => restoring.mutate({ conversationId: id }) },
        }),
      onSettled,
    }),
  );
  return {
    rename: (conversationId: string, title: string) => renaming.mutate({ conversationId, title }),
    remove: (conversationId: string) => removing.mutate({ conversationId }),
  };
}

/** Goes to a new conversation when the one that lies open is meant. */
function useLeaveConversation() {
  const navigate = useNavigate();
  const { twinId, conversationId: openId } = useParams({ strict: false });
  return (id: string) => {
    if (id !== openId || !twinId) return;
    void navigate({ to: "/twins/$twinId/chat", params: { twinId }, search: {} });
  };
}

function changeItem(page: Page, id: string, next: (item: Item) => Item[]): Page {
  return { ...page, items: page.items.flatMap((item) => (item.id === id ? next(item) : [item])) };
}
