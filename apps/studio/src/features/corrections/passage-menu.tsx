import { Ellipsis, Eye, EyeOff, PenLine, Pin, PinOff, Undo2 } from "lucide-react";
import { useState } from "react";
import type { Passage } from "#features/sources/passage.ts";
import { IconButton } from "#ui/icon-button.tsx";
import { Menu, MenuItem, MenuSeparator } from "#ui/menu.tsx";
import { CorrectDialog } from "./correct-dialog.tsx";
import type { Overlay } from "./overlay.ts";
import { useCorrect } from "./use-correct.ts";
import { useCorrections } from "./use-corrections.ts";

interface Owner {
  twinId: string;
  sourceId: string;
}

/** What its owner can make of a passage: other words, never found, or found first. */
export function PassageMenu({ passage, ...owner }: Owner & { passage: Passage }) {
  const [editing, setEditing] = useState<{ overlay?: Overlay } | null>(null);
  const correct = useCorrect();
  const { original = passage.text, text } = passage;
  return (
    <>
      <Menu
        className="w-56"
        trigger={
          <IconButton label={`Actions for passage ${passage.ordinal + 1}`} size="small-icon">
            <Ellipsis aria-hidden />
          </IconButton>
        }
      >
        <PassageItems
          {...owner}
          passage={passage}
          correct={correct}
          onEdit={(overlay) => setEditing({ overlay })}
        />
      </Menu>
      {editing && (
        <CorrectDialog
          passage={{ chunkId: passage.id, original, text }}
          overlay={editing.overlay}
          onClose={() => setEditing(null)}
        />
      )}
    </>
  );
}

function PassageItems({
  passage,
  correct: { mark, discard },
  onEdit,
  ...owner
}: Owner & {
  passage: Passage;
  correct: ReturnType<typeof useCorrect>;
  onEdit: (overlay: Overlay | undefined) => void;
}) {
  const { overlays, isComplete } = useCorrections(owner);
  const own = overlays.filter(({ chunkId }) => chunkId === passage.id);
  const [edit, hide, pin] = (["edit", "hide", "pin"] as const).map((kind) =>
    own.find((overlay) => overlay.kind === kind),
  );
  const waits = { disabled: !isComplete };
  return (
    <>
      <MenuItem {...waits} onSelect={() => onEdit(edit)}>
        <PenLine aria-hidden />
        {edit ? "Edit correction…" : "Correct…"}
      </MenuItem>
      <MenuItem {...waits} onSelect={() => void (hide ? discard(hide) : mark(passage.id, "hide"))}>
        {hide ? <Eye aria-hidden /> : <EyeOff aria-hidden />}
        {hide ? "Show in answers again" : "Hide from answers"}
      </MenuItem>
      <MenuItem {...waits} onSelect={() => void (pin ? discard(pin) : mark(passage.id, "pin"))}>
        {pin ? <PinOff aria-hidden /> : <Pin aria-hidden />}
        {pin ? "Unpin" : "Pin to the top"}
      </MenuItem>
      {edit && (
        <>
          <MenuSeparator />
          <MenuItem onSelect={() => void discard(edit)}>
            <Undo2 aria-hidden />
            Use the source's own words
          </MenuItem>
        </>
      )}
    </>
  );
}
