import { useSuspenseInfiniteQuery } from "@tanstack/react-query";
import { useNavigate, useSearch } from "@tanstack/react-router";
import { Archive, FileUp, Plus, Users } from "lucide-react";
import { useState } from "react";
import { ImportBundleDialog } from "#features/bundles/import-bundle-dialog.tsx";
import { getNextPageParam } from "#lib/get-next-page-param.ts";
import { useTRPC } from "#lib/trpc.ts";
import { usePageTitle } from "#lib/use-page-title.ts";
import { Button } from "#ui/button.tsx";
import { EmptyState } from "#ui/empty-state.tsx";
import { PageHead } from "#ui/page.tsx";
import { Segmented } from "#ui/segmented.tsx";
import { ShowMore } from "#ui/show-more.tsx";
import { CreateTwinDialog } from "./create-twin-dialog.tsx";
import { TwinsTable } from "./twins-table.tsx";

const VIEWS = [
  { value: "current", label: "Current" },
  { value: "archived", label: "Archived" },
] as const;

export function TwinsPage() {
  usePageTitle("Twins");
  const trpc = useTRPC();
  const { archived = false, new: isCreating = false } = useSearch({ from: "/studio/twins" });
  const navigate = useNavigate({ from: "/twins" });
  const list = useSuspenseInfiniteQuery(
    trpc.twin.list.infiniteQueryOptions({ archived }, { getNextPageParam }),
  );
  const twins = list.data.pages.flatMap((page) => page.items);
  const [isImporting, setIsImporting] = useState(false);
  const create = () => navigate({ search: { archived: archived || undefined, new: true } });
  return (
    <>
      <PageHead
        title="Twins"
        actions={
          <>
            <Segmented
              label="Which twins"
              value={archived ? "archived" : "current"}
              onChange={(view) =>
                navigate({ search: { archived: view === "archived" || undefined } })
              }
              choices={VIEWS}
            />
            <Button onClick={() => setIsImporting(true)}>
              <FileUp aria-hidden />
              Import
            </Button>
            <Button variant="primary" onClick={create}>
              <Plus aria-hidden />
              New twin
            </Button>
          </>
        }
      />
      {twins.length > 0 ? (
        <TwinsTable twins={twins} archived={archived} />
      ) : (
        <NoTwins archived={archived} onCreate={create} />
      )}
      <ShowMore list={list} />
      {isImporting && <ImportBundleDialog onClose={() => setIsImporting(false)} />}
      <CreateTwinDialog
        open={isCreating}
        onOpenChange={() => navigate({ search: { archived: archived || undefined } })}
      />
    </>
  );
}

function NoTwins({ archived, onCreate }: { archived: boolean; onCreate: () => void }) {
  if (archived) {
    return (
      <EmptyState icon={<Archive />} title="Nothing in the archive">
        An archived twin stops answering and keeps everything it was taught. It can be restored from
        here at any time.
      </EmptyState>
    );
  }
  return (
    <EmptyState
      icon={<Users />}
      title="Make your first twin"
      action={
        <Button variant="primary" onClick={onCreate}>
          New twin
        </Button>
      }
      example="For example: “Nora, negotiation coach”, taught with her book and her course notes."
    >
      A twin answers in an expert's voice, only from what it was taught, and shows where each
      statement comes from.
    </EmptyState>
  );
}
