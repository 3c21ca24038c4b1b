import { useQuery } from "@tanstack/react-query";
import type { Twin } from "@understudy/core/twin/contract";
import { useState } from "react";
import { useTRPC } from "#lib/trpc.ts";
import { Button } from "#ui/button.tsx";
import { PanelFailure } from "#ui/panel-failure.tsx";
import { PanelHead } from "#ui/panel-head.tsx";
import { SidePanel } from "#ui/side-panel.tsx";
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
      <PanelHead title={conversation?.title} isRuled onClose={onClose} />
      <PanelFailure error={error} gone="This conversation was removed." />
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
