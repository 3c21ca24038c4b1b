import type { Twin } from "@understudy/core/twin/contract";
import { Composer } from "./composer.tsx";
import { MessageList } from "./message-list.tsx";
import { useStickToEnd } from "./use-stick-to-end.ts";
import { useThread } from "./use-thread.ts";

/** A conversation with its composer below, in whatever column it stands. */
export function ThreadView({ twin, conversationId }: { twin: Twin; conversationId: string }) {
  const { messages, isAnswering, ask, stop } = useThread(conversationId);
  const box = useStickToEnd<HTMLElement>();
  return (
    <div className="flex h-full min-h-0 flex-col">
      <section
        ref={box}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls must be reachable by keyboard.
        tabIndex={0}
        aria-label="Conversation"
        className="min-h-0 flex-1 overflow-y-auto -outline-offset-2"
      >
        <div className="mx-auto w-full max-w-3xl px-6 py-6 max-md:px-4">
          <MessageList
            twin={twin}
            conversationId={conversationId}
            messages={messages}
            onAskAgain={isAnswering ? undefined : (text, insteadOf) => ask(text, { insteadOf })}
          />
        </div>
      </section>
      <div className="mx-auto w-full max-w-3xl px-6 pt-1 pb-4 max-md:px-3">
        <Composer
          twinName={twin.name}
          isAnswering={isAnswering}
          onAsk={(text, giveBack) => ask(text, { giveBack })}
          onStop={stop}
        />
      </div>
    </div>
  );
}
