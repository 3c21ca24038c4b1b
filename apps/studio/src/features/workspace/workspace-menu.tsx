import { useQuery } from "@tanstack/react-query";
import { ChevronsUpDown, Plus } from "lucide-react";
import { useState } from "react";
import { useTRPC } from "#lib/trpc.ts";
import { Button } from "#ui/button.tsx";
import { classNames } from "#ui/class-names.ts";
import { Menu, MenuChoices, MenuItem, MenuLabel, MenuSeparator } from "#ui/menu.tsx";
import { CreateWorkspaceDialog } from "./create-workspace-dialog.tsx";
import { useEnterWorkspace } from "./use-enter-workspace.ts";

/** In the bar for those who have a choice: several workspaces, or the right to make another. */
export function WorkspaceMenu() {
  const trpc = useTRPC();
  const { data: tenants } = useQuery(trpc.tenant.list.queryOptions({}));
  const { data: current } = useQuery(trpc.tenant.get.queryOptions({}));
  const enter = useEnterWorkspace();
  const [isCreating, setIsCreating] = useState(false);
  const mayCreate = current?.role === "owner";
  if (!current || !tenants || (tenants.items.length < 2 && !mayCreate)) return null;
  const hasSeveral = tenants.items.length > 1;
  const choices = tenants.items.map(({ id, name }) => ({ value: id, label: name }));
  return (
    <>
      <Menu
        align="start"
        className="max-w-72"
        trigger={
          <Button
            variant="ghost"
            className={classNames(
              "max-w-48 min-w-0 px-2 max-md:max-w-28",
              !hasSeveral && "max-md:hidden",
            )}
            disabled={enter.isPending}
            aria-label={`Workspace ${current.name}`}
          >
            <span className="truncate">{current.name}</span>
            <ChevronsUpDown aria-hidden className="text-faint" />
          </Button>
        }
      >
        <MenuLabel>Workspaces</MenuLabel>
        <MenuChoices
          value={current.id}
          onChange={(tenantId) => tenantId !== current.id && enter.mutate({ tenantId })}
          choices={choices}
        />
        {mayCreate && (
          <>
            <MenuSeparator />
            <MenuItem onSelect={() => setIsCreating(true)}>
              <Plus aria-hidden />
              New workspace
            </MenuItem>
          </>
        )}
      </Menu>
      {isCreating && <CreateWorkspaceDialog onClose={() => setIsCreating(false)} />}
    </>
  );
}
