import { useNavigate, useSearch } from "@tanstack/react-router";
import { Download, Upload } from "lucide-react";
import { useState } from "react";
import { useTwin } from "#features/twins/use-twin.ts";
import { usePageTitle } from "#lib/use-page-title.ts";
import { Button } from "#ui/button.tsx";
import { PageHead } from "#ui/page.tsx";
import { AudienceFilters } from "./audience-filters.tsx";
import { AudienceList } from "./audience-list.tsx";
import { ExportPeople } from "./export-people.tsx";
import { ImportPeople } from "./import-people.tsx";
import { VisitorPanel } from "./visitor-panel.tsx";

/** Who talks to a twin, one list, narrowed by the address. */
export function AudiencePage() {
  const twin = useTwin();
  usePageTitle("Audience", twin.name);
  const { open } = useSearch({ from: "/studio/twins/$twinId/audience" });
  const navigate = useNavigate({ from: "/twins/$twinId/audience" });
  const [dialog, setDialog] = useState<"import" | "export" | null>(null);
  const close = () => setDialog(null);
  return (
    <div className="flex h-full min-h-0">
      <div className="flex min-w-0 flex-1 flex-col">
        <PageHead
          title="Audience"
          detail={`Who talks to ${twin.name}`}
          actions={
            <>
              <Button onClick={() => setDialog("import")}>
                <Upload aria-hidden />
                Import
              </Button>
              <Button onClick={() => setDialog("export")}>
                <Download aria-hidden />
                Export
              </Button>
            </>
          }
        />
        <AudienceFilters twinId={twin.id} />
        <AudienceList twin={twin} onImport={() => setDialog("import")} />
      </div>
      {open && (
        <VisitorPanel
          key={open}
          twinId={twin.id}
          visitorId={open}
          onClose={() => void navigate({ search: (now) => ({ ...now, open: undefined }) })}
        />
      )}
      {dialog === "import" && <ImportPeople twinId={twin.id} onClose={close} />}
      {dialog === "export" && <ExportPeople twinId={twin.id} onClose={close} />}
    </div>
  );
}
