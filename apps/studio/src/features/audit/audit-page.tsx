import { useSearch } from "@tanstack/react-router";
import { ShieldCheck } from "lucide-react";
import { useState } from "react";
import { usePageTitle } from "#lib/use-page-title.ts";
import { Button } from "#ui/button.tsx";
import { PageHead } from "#ui/page.tsx";
import { AuditFilters } from "./audit-filters.tsx";
import { AuditList } from "./audit-list.tsx";
import { EventPanel } from "./event-panel.tsx";
import { ExportMenu } from "./export-menu.tsx";
import { VerifyDialog } from "./verify-dialog.tsx";

export function AuditPage() {
  usePageTitle("Audit");
  const { event } = useSearch({ from: "/studio/settings/audit" });
  const [isVerifying, setVerifying] = useState(false);
  return (
    <div className="flex h-full min-h-0">
      <div className="flex min-w-0 flex-1 flex-col">
        <PageHead
          title="Audit"
          detail="Every change, and every refusal"
          actions={
            <>
              <ExportMenu />
              <Button onClick={() => setVerifying(true)}>
                <ShieldCheck aria-hidden />
                Verify
              </Button>
            </>
          }
        />
        <AuditFilters />
        <AuditList />
      </div>
      {event && <EventPanel key={event} eventId={event} />}
      {isVerifying && <VerifyDialog onClose={() => setVerifying(false)} />}
    </div>
  );
}
