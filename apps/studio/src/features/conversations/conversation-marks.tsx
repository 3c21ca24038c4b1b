import { useMutation } from "@tanstack/react-query";
import { Check, Flag } from "lucide-react";
import { useTRPC } from "#lib/trpc.ts";
import { Button } from "#ui/button.tsx";
import { FormFailure } from "#ui/form-failure.tsx";
import { TagEditor } from "#ui/tag-editor.tsx";
import type { OperatedConversation } from "./operated.ts";
import { useConversationChanged } from "./use-conversation-changed.ts";

/** What the owner's people mark it with: read, flagged, tags. */
export function ConversationMarks({ conversation }: { conversation: OperatedConversation }) {
  const { id: conversationId, reviewedAt, isFlagged, tags } = conversation;
  const trpc = useTRPC();
  const onSuccess = useConversationChanged();
  const review = useMutation(trpc.conversation.review.mutationOptions({ onSuccess }));
  const tag = useMutation(trpc.conversation.tag.mutationOptions({ onSuccess }));
  const isReviewed = reviewedAt !== null;
  return (
    <div className="flex flex-wrap items-center gap-2 border-b border-line px-4 py-2">
      <Button
        aria-pressed={isReviewed}
        className="aria-pressed:bg-selected"
        disabled={review.isPending}
        onClick={() => review.mutate({ conversationId, reviewed: !isReviewed })}
      >
        <Check aria-hidden />
        {isReviewed ? "Reviewed" : "Mark reviewed"}
      </Button>
      <Button
        aria-pressed={isFlagged}
        className="aria-pressed:bg-selected"
        disabled={review.isPending}
        onClick={() => review.mutate({ conversationId, flagged: !isFlagged })}
      >
        <Flag aria-hidden />
        {isFlagged ? "Flagged" : "Flag"}
      </Button>
      <TagEditor tags={tags} onChange={(next) => tag.mutate({ conversationId, tags: next })} />
      <FormFailure error={review.error ?? tag.error} />
    </div>
  );
}
