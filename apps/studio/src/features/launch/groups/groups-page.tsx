import { useSuspenseQuery } from "@tanstack/react-query";
import { useNavigate, useSearch } from "@tanstack/react-router";
import { Plus, UsersRound } from "lucide-react";
import { useState } from "react";
import { useTwin } from "#features/twins/use-twin.ts";
import { useTRPC } from "#lib/trpc.ts";
import { usePageTitle } from "#lib/use-page-title.ts";
import { Button } from "#ui/button.tsx";
import { EmptyState } from "#ui/empty-state.tsx";
import { GroupEditor } from "./group-editor.tsx";
import { GroupsTable } from "./groups-table.tsx";
import { NewGroupDialog } from "./new-group-dialog.tsx";

export function GroupsPage() {
  const twin = useTwin();
  usePageTitle("Access groups", twin.name);
  const trpc = useTRPC();
  const { group: openId, part } = useSearch({ from: "/studio/twins/$twinId/launch/groups" });
  const navigate = useNavigate({ from: "/twins/$twinId/launch/groups" });
  const [isMaking, setIsMaking] = useState(false);
  const { data } = useSuspenseQuery(trpc.accessGroup.list.queryOptions({ twinId: twin.id }));
  const groups = data.items;
  const open = groups.find(({ id }) => id === openId);
  if (open) {
    return (
      <GroupEditor
        key={open.id}
        group={open}
        twin={twin}
        groupCount={groups.length}
        part={part ?? "members"}
        onPart={(chosen) =>
          void navigate({ search: { group: open.id, part: chosen }, replace: true })
        }
        onClose={() => void navigate({ search: {} })}
      />
    );
  }
  const make = (
    <Button variant="primary" onClick={() => setIsMaking(true)}>
      <Plus aria-hidden />
      New group
    </Button>
  );
  return (
    <>
      {groups.length > 0 ? (
        <>
          <div className="flex flex-wrap items-center justify-between gap-3 px-6 py-3 max-md:px-4">
            <p className="max-w-prose text-sm text-muted">
              Who is in several groups sees what is for any of them, keeps to every limit of all of
              them, and hears the first one that says how to speak.
            </p>
            {make}
          </div>
          <GroupsTable groups={groups} onOpen={(group) => void navigate({ search: { group } })} />
        </>
      ) : (
        <EmptyState
          icon={<UsersRound />}
          title="Some things for some people"
          action={make}
          example="For example members who are answered from the handbook, ten questions a day, by first name."
        >
          A group is a set of visitors, by the link or widget they come by, or as your server
          vouches for them. It can have sources of its own, limits, and its own tone.
        </EmptyState>
      )}
      {isMaking && (
        <NewGroupDialog
          twinId={twin.id}
          onClose={() => setIsMaking(false)}
          onMade={(group) => void navigate({ search: { group } })}
        />
      )}
    </>
  );
}
