import { CorrectDialog } from "./correct-dialog.tsx";
import { useCorrections } from "./use-corrections.ts";

export interface OpenedPassage {
  twinId: string;
  sourceId: string;
  chunkId: string;
  /** The words that answer now. */
  text: string;
  /** Where the form begins; else with the words that answer now. */
  proposed?: string;
}

/** Corrects a passage as the next revision of the correction that there is, if there is one. */
export function OpenCorrection({
  of: { chunkId, text, proposed = text, ...owner },
  onSaved,
  onClose,
}: {
  of: OpenedPassage;
  onSaved: () => void;
  onClose: () => void;
}) {
  const { overlays, isComplete } = useCorrections(owner);
  if (!isComplete) return null;
  const overlay = overlays.find((each) => each.chunkId === chunkId && each.kind === "edit");
  return (
    <CorrectDialog
      passage={{ chunkId, original: overlay?.original ?? text, text: proposed }}
      overlay={overlay}
      onSaved={onSaved}
      onClose={onClose}
    />
  );
}
