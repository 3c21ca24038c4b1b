import { useQuery } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { X } from "lucide-react";
import { useTRPC } from "#lib/trpc.ts";
import { FormFailure } from "#ui/form-failure.tsx";
import { IconButton } from "#ui/icon-button.tsx";
import { SidePanel } from "#ui/side-panel.tsx";
import { Skeleton } from "#ui/skeleton.tsx";
import { EventFacts } from "./event-facts.tsx";

/** The event that the address names, beside the log. */
export function EventPanel({ eventId }: { eventId: string }) {
  const trpc = useTRPC();
  const navigate = useNavigate({ from: "/settings/audit" });
  const { data, error } = useQuery(trpc.audit.list.queryOptions({ eventId, limit: 1 }));
  const event = data?.items[0];
  const close = () =>
    void navigate({ search: (now) => ({ ...now, event: undefined }), replace: true });
  return (
    <SidePanel label="Event" onClose={close}>
      <header className="flex items-start gap-1 border-b border-line py-3 pr-2 pl-4">
        <h2 className="min-w-0 flex-1 py-1 font-mono text-sm font-semibold break-words">
          {event?.action ?? <Skeleton className="h-5 w-40" />}
        </h2>
        <IconButton label="Close" keys="esc" size="small-icon" onClick={close}>
          <X aria-hidden />
        </IconButton>
      </header>
      <div className="min-h-0 flex-1 overflow-y-auto p-4">
        {error && <FormFailure error={error} />}
        {data && !event && <p>This event is not in this workspace’s log.</p>}
        {event && <EventFacts event={event} />}
      </div>
    </SidePanel>
  );
}
