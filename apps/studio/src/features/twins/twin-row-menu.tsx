import type { Twin } from "@understudy/core/twin/contract";
import {
  Archive,
  ArchiveRestore,
  CopyPlus,
  Ellipsis,
  Eraser,
  FileArchive,
  Package,
  Pencil,
} from "lucide-react";
import { useState } from "react";
import { EraseTwinDialog } from "#features/privacy/erase-twin-dialog.tsx";
import { useTwinExports } from "#features/privacy/use-twin-exports.ts";
import { IconButton } from "#ui/icon-button.tsx";
import { Menu, MenuItem, MenuSeparator } from "#ui/menu.tsx";
import { RenameTwinDialog } from "./rename-twin-dialog.tsx";
import { useArchiveTwin } from "./use-archive-twin.ts";
import { useDuplicateTwin } from "./use-duplicate-twin.ts";

export function TwinRowMenu({ twin, archived }: { twin: Twin; archived: boolean }) {
  const [isRenaming, setIsRenaming] = useState(false);
  const [isErasing, setIsErasing] = useState(false);
  const { archive, restore } = useArchiveTwin();
  const duplicate = useDuplicateTwin();
  const { exportAll, exportBundle } = useTwinExports(twin);
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
        <MenuItem onSelect={() => duplicate(twin)}>
          <CopyPlus aria-hidden />
          Duplicate
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
        <MenuSeparator />
        <MenuItem onSelect={exportBundle}>
          <Package aria-hidden />
          Export as a bundle
        </MenuItem>
        <MenuItem onSelect={exportAll}>
          <FileArchive aria-hidden />
          Export all data
        </MenuItem>
        <MenuItem danger onSelect={() => setIsErasing(true)}>
          <Eraser aria-hidden />
          Erase…
        </MenuItem>
      </Menu>
      {isErasing && <EraseTwinDialog twin={twin} onClose={() => setIsErasing(false)} />}
      {isRenaming && <RenameTwinDialog twin={twin} onClose={() => setIsRenaming(false)} />}
    </>
  );
}
