import type { Source } from "@understudy/core/source/contract";
import { Ellipsis } from "lucide-react";
import { useState } from "react";
import { IconButton } from "#ui/icon-button.tsx";
import { Menu } from "#ui/menu.tsx";
import { SourceActionItems } from "./source-action-items.tsx";
import { SourceDialog, type SourceDialogKind } from "./source-dialog.tsx";

export function SourceActions({ source }: { source: Source }) {
  const [dialog, setDialog] = useState<SourceDialogKind | null>(null);
  return (
    <>
      <Menu
        trigger={
          <IconButton label={`Actions for ${source.title}`} size="small-icon">
            <Ellipsis aria-hidden />
          </IconButton>
        }
      >
        <SourceActionItems source={source} onDialog={setDialog} />
      </Menu>
      {dialog && <SourceDialog kind={dialog} source={source} onClose={() => setDialog(null)} />}
    </>
  );
}
