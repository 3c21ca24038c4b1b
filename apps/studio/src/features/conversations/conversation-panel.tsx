import { useQuery } from "@tanstack/react-query";
import type { Twin } from "@understudy/core/twin/contract";
import { X } from "lucide-react";
import { useState } from "react";
import { isGone } from "#lib/explain-failure.ts";
import { useTRPC } from "#lib/trpc.ts";
import { Button } from "#ui/button.tsx";
import { FormFailure } from "#ui/form-failure.tsx";
import { IconButton } from "#ui/icon-button.tsx";
import { SidePanel } from "#ui/side-panel.tsx";
import { Skeleton } from "#ui/skeleton.tsx";
import { ConversationMarks } from "./conversation-marks.tsx";
import { ConversationNotes } from "./conversation-notes.tsx";
import type { OperatedConversation } from "./operated.ts";
import { OperatedThread } from "./operated-thread.tsx";
import { VisitorCard } from "./visitor-card.tsx";

const MESSAGES_AT_ONCE = 60;

/** The conversation that the address names, beside the list: what was said, by whom, and what is made of it. */
export function ConversationPanel({
  twin,
  conversationId,
  onClose,
}: {
  twin: Twin;
  conversationId: string;
  onClose: () => void;
}) {
  const trpc = useTRPC();
  const [limit, setLimit] = useState(MESSAGES_AT_ONCE);
  const { data: conversation, error } = useQuery(
    trpc.conversation.get.queryOptions(
      { conversationId, limit },
      { placeholderData: (old) => old },
    ),
  );
  return (
    <SidePanel label="Conversation" onClose={onClose}>
      <header className="flex items-start gap-1 border-b border-line py-3 pr-2 pl-4">
        <h2 className="min-w-0 flex-1 py-1 font-semibold break-words">
          {conversation ? conversation.title : <Skeleton className="h-5 w-40" />}
        </h2>
        <IconButton label="Close" keys="esc" size="small-icon" onClick={onClose}>
          <X aria-hidden />
        </IconButton>
      </header>
      {error && (
        <div className="p-4">
          {isGone(error) ? <p>This conversation was removed.</p> : <FormFailure error={error} />}
        </div>
      )}
      {conversation && (
        <Opened
          twin={twin}
          conversation={conversation}
          onEarlier={() => setLimit(Math.min(500, limit * 4))}
        />
      )}
    </SidePanel>
  );
}

function Opened({
  twin,
  conversation,
  onEarlier,
}: {
  twin: Twin;
  conversation: OperatedConversation;
  onEarlier: () => void;
}) {
  return (
    <>
      <ConversationMarks conversation={conversation} />
      <section
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls must be reachable by keyboard.
        tabIndex={0}
        aria-label="What was said"
        className="min-h-0 flex-1 overflow-y-auto p-4 -outline-offset-2"
      >
        <VisitorCard conversation={conversation} />
        {conversation.earlierCursor && (
          <div className="pb-4 text-center">
            <Button onClick={onEarlier}>Show what was said before</Button>
          </div>
        )}
        <OperatedThread twin={twin} conversation={conversation} />
        <ConversationNotes conversation={conversation} />
      </section>
    </>
  );
}
