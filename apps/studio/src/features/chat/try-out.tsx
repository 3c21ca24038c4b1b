import { RotateCcw } from "lucide-react";
import { Suspense, useState } from "react";
import { useTwin } from "#features/twins/use-twin.ts";
import { IconButton } from "#ui/icon-button.tsx";
import { PageSkeleton } from "#ui/skeleton.tsx";
import { Greeting } from "./greeting.tsx";
import { ThreadView } from "./thread-view.tsx";
import { useStartChat } from "./use-start-chat.ts";

/** A chat beside the form, so that a change is heard as soon as it is saved. */
export function TryOut() {
  const twin = useTwin();
  const [conversationId, setConversationId] = useState<string | null>(null);
  const { ask, isStarting, isHeldUp, groupIds, setGroupIds } = useStartChat(
    twin.id,
    setConversationId,
  );
  return (
    <div className="flex h-full min-h-0 flex-col">
      <div className="flex min-h-14 items-center justify-between border-b border-line px-4">
        <h2 className="font-semibold">Try it out</h2>
        {conversationId && (
          <IconButton label="Start over" onClick={() => setConversationId(null)}>
            <RotateCcw aria-hidden />
          </IconButton>
        )}
      </div>
      <div className="min-h-0 flex-1">
        <Suspense fallback={<PageSkeleton />}>
          {conversationId ? (
            <ThreadView twin={twin} conversationId={conversationId} />
          ) : (
            <Greeting
              twin={twin}
              isStarting={isStarting}
              isHeldUp={isHeldUp}
              autoFocus={false}
              groupIds={groupIds}
              onAsk={ask}
              onGroups={setGroupIds}
            />
          )}
        </Suspense>
      </div>
    </div>
  );
}
