import { useSearch } from "@tanstack/react-router";
import { ScrollText, SearchX } from "lucide-react";
import { EmptyState } from "#ui/empty-state.tsx";
import { ShowMore } from "#ui/show-more.tsx";
import { PageSkeleton } from "#ui/skeleton.tsx";
import { AuditTable } from "./audit-table.tsx";
import { useAudit } from "./use-audit.ts";

export function AuditList() {
  const { event: _, ...narrowed } = useSearch({ from: "/studio/settings/audit" });
  const list = useAudit();
  if (!list.data) return <PageSkeleton />;
  const events = list.data.pages.flatMap((page) => page.items);
  if (events.length === 0) return <Nothing isNarrowed={Object.keys(narrowed).length > 0} />;
  return (
    <div className="min-h-0 flex-1 overflow-y-auto border-t border-line">
      <AuditTable events={events} />
      <ShowMore list={list} />
    </div>
  );
}

function Nothing({ isNarrowed }: { isNarrowed: boolean }) {
  if (isNarrowed) {
    return (
      <EmptyState icon={<SearchX />} title="No event matches">
        Loosen the filter above to see the others.
      </EmptyState>
    );
  }
  return (
    <EmptyState
      icon={<ScrollText />}
      title="Nothing has been changed yet"
      example="For example “source.rename · Ada · allowed”, with its place in the chain."
    >
      Who changed what, and who was refused, is written here with the change itself, and cannot be
      altered afterwards without showing.
    </EmptyState>
  );
}
