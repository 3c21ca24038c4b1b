import { Outlet } from "@tanstack/react-router";
import { MessagesSquare } from "lucide-react";
import { Suspense, useState } from "react";
import { SourcePanel } from "#features/sources/source-panel.tsx";
import { useTwin } from "#features/twins/use-twin.ts";
import { WhyPanel } from "#features/why/why-panel.tsx";
import { usePageTitle } from "#lib/use-page-title.ts";
import { Button } from "#ui/button.tsx";
import { Sheet } from "#ui/sheet.tsx";
import { PageSkeleton } from "#ui/skeleton.tsx";
import { ConversationList } from "./conversation-list.tsx";

export function ChatPage() {
  const twin = useTwin();
  usePageTitle("Chat", twin.name);
  const [isListing, setIsListing] = useState(false);
  return (
    <div className="flex h-full min-h-0">
      <h1 className="sr-only">Chat with {twin.name}</h1>
      <aside
        aria-label="Conversations"
        className="w-60 shrink-0 overflow-y-auto border-r border-line p-3 max-xl:hidden"
      >
        <ConversationList twinId={twin.id} />
      </aside>
      <div className="flex min-w-0 flex-1 flex-col">
        <div className="border-b border-line px-4 py-2 xl:hidden">
          <Button size="small" onClick={() => setIsListing(true)}>
            <MessagesSquare aria-hidden />
            Conversations
          </Button>
        </div>
        <div className="min-h-0 flex-1">
          <Suspense fallback={<PageSkeleton />}>
            <Outlet />
          </Suspense>
        </div>
      </div>
      <SourcePanel twinId={twin.id} />
      <WhyPanel />
      <Sheet title="Conversations" open={isListing} onOpenChange={setIsListing}>
        <ConversationList twinId={twin.id} onGo={() => setIsListing(false)} />
      </Sheet>
    </div>
  );
}
