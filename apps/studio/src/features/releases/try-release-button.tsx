import { useMutation } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { useTRPC } from "#lib/trpc.ts";
import { Button } from "#ui/button.tsx";
import type { Release } from "./release.ts";

/** A chat in which this release answers, whatever is live. */
export function TryReleaseButton({ release }: { release: Release }) {
  const trpc = useTRPC();
  const navigate = useNavigate();
  const { id: releaseId, twinId } = release;
  const start = useMutation(
    trpc.chat.start.mutationOptions({
      onSuccess: ({ id: conversationId }) =>
        navigate({
          to: "/twins/$twinId/chat/$conversationId",
          params: { twinId, conversationId },
          search: {},
        }),
    }),
  );
  return (
    <Button
      size="small"
      disabled={start.isPending}
      onClick={() => start.mutate({ twinId, releaseId })}
    >
      Chat with it
    </Button>
  );
}
