import { useNavigate, useSearch } from "@tanstack/react-router";
import { Download } from "lucide-react";
import { useState } from "react";
import { CLOSED_PANEL } from "#app/panel-search.ts";
import { SourcePanel } from "#features/sources/source-panel.tsx";
import { useTwin } from "#features/twins/use-twin.ts";
import { WhyPanel } from "#features/why/why-panel.tsx";
import { usePageTitle } from "#lib/use-page-title.ts";
import { Button } from "#ui/button.tsx";
import { PageHead } from "#ui/page.tsx";
import { ConversationFilters } from "./conversation-filters.tsx";
import { ConversationList } from "./conversation-list.tsx";
import { ConversationPanel } from "./conversation-panel.tsx";
import { ExportDialog } from "./export-dialog.tsx";

/** What people asked and what they were told, one list, narrowed by the address. */
export function ConversationsPage() {
  const twin = useTwin();
  usePageTitle("Conversations", twin.name);
  const { open } = useSearch({ from: "/studio/twins/$twinId/conversations" });
  const navigate = useNavigate({ from: "/twins/$twinId/conversations" });
  const [isExporting, setExporting] = useState(false);
  return (
    <div className="flex h-full min-h-0">
      <div className="flex min-w-0 flex-1 flex-col">
        <PageHead
          title="Conversations"
          detail={`What people asked ${twin.name}`}
          actions={
            <Button onClick={() => setExporting(true)}>
              <Download aria-hidden />
              Export
            </Button>
          }
        />
        <ConversationFilters />
        <div className="min-h-0 flex-1 overflow-y-auto border-t border-line">
          <ConversationList twin={twin} />
        </div>
      </div>
      {open && (
        <ConversationPanel
          key={open}
          twin={twin}
          conversationId={open}
          onClose={() =>
            void navigate({ search: (now) => ({ ...now, ...CLOSED_PANEL, open: undefined }) })
          }
        />
      )}
      <SourcePanel twinId={twin.id} isOver />
      <WhyPanel isOver />
      {isExporting && <ExportDialog twinId={twin.id} onClose={() => setExporting(false)} />}
    </div>
  );
}
