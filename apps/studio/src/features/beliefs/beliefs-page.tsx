import { useNavigate, useSearch } from "@tanstack/react-router";
import { Plus } from "lucide-react";
import { useTwin } from "#features/twins/use-twin.ts";
import { usePageTitle } from "#lib/use-page-title.ts";
import { Button } from "#ui/button.tsx";
import { PageHead } from "#ui/page.tsx";
import { SearchField } from "#ui/search-field.tsx";
import { SidePanel } from "#ui/side-panel.tsx";
import { BeliefList } from "./belief-list.tsx";
import { BeliefPanel } from "./belief-panel.tsx";
import { NewBeliefDialog } from "./new-belief-dialog.tsx";

export function BeliefsPage() {
  const twin = useTwin();
  usePageTitle("Beliefs", twin.name);
  const { belief, part, form, search } = useSearch({ from: "/studio/twins/$twinId/beliefs" });
  const navigate = useNavigate({ from: "/twins/$twinId/beliefs" });
  const setForm = (open: "new" | undefined) =>
    void navigate({ search: (now) => ({ ...now, form: open }) });
  const close = () =>
    void navigate({ search: (now) => ({ ...now, belief: undefined, part: undefined }) });
  return (
    <div className="flex h-full min-h-0">
      <div className="flex min-w-0 flex-1 flex-col">
        <PageHead
          title="Beliefs"
          detail="What you hold, in a sentence each"
          actions={
            <Button variant="primary" onClick={() => setForm("new")}>
              <Plus aria-hidden />
              New belief
            </Button>
          }
        />
        <div className="px-6 pb-3 max-md:px-4">
          <SearchField
            label="Find in beliefs"
            text={search ?? ""}
            onChange={(text) =>
              navigate({ search: (now) => ({ ...now, search: text || undefined }), replace: true })
            }
          />
        </div>
        <div className="min-h-0 flex-1 overflow-y-auto border-t border-line">
          <BeliefList twin={twin} />
        </div>
      </div>
      {belief && (
        <SidePanel key={belief} label="Belief" onClose={close}>
          <BeliefPanel
            beliefId={belief}
            part={part ?? "belief"}
            onPart={(chosen) =>
              void navigate({
                search: (now) => ({ ...now, part: chosen === "belief" ? undefined : chosen }),
                replace: true,
              })
            }
            onClose={close}
          />
        </SidePanel>
      )}
      {form && <NewBeliefDialog twinId={twin.id} onClose={() => setForm(undefined)} />}
    </div>
  );
}
