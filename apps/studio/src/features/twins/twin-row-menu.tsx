import type { Twin } from "@understudy/core/twin/contract";
import { Archive, ArchiveRestore, Ellipsis, Pencil } from "lucide-react";
import { useState } from "react";
import { IconButton } from "#ui/icon-button.tsx";
import { Menu, MenuItem } from "#ui/menu.tsx";
import { RenameTwinDialog } from "./rename-twin-dialog.tsx";
import { useArchiveTwin } from "./use-archive-twin.ts";

export function TwinRowMenu({ twin, archived }: { twin: Twin; archived: boolean }) {
  const [isRenaming, setIsRenaming] = useState(false);
  const { archive, restore } = useArchiveTwin();
  return (
    <>
      <Menu
        trigger={
          <IconButton label={`Actions for ${twin.name}`} size="small-icon">
            <Ellipsis aria-hidden />
          </IconButton>
        }
      >
        <MenuItem onSelect={() => setIsRenaming(true)}>
          <Pencil aria-hidden />
          Rename
        </MenuItem>
        {archived ? (
          <MenuItem onSelect={() => restore(twin)}>
            <ArchiveRestore aria-hidden />
            Restore
          </MenuItem>
        ) : (
          <MenuItem onSelect={() => archive(twin)}>
            <Archive aria-hidden />
            Archive
          </MenuItem>
        )}
      </Menu>
      {isRenaming && <RenameTwinDialog twin={twin} onClose={() => setIsRenaming(false)} />}
    </>
  );
}
