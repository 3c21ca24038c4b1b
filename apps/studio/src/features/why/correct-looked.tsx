import { useQueryClient } from "@tanstack/react-query";
import { PenLine } from "lucide-react";
import { useState } from "react";
import { CorrectDialog } from "#features/corrections/correct-dialog.tsx";
import { useCorrections } from "#features/corrections/use-corrections.ts";
import { useTRPC } from "#lib/trpc.ts";
import { Button } from "#ui/button.tsx";
import type { Looked } from "./message-trace.ts";

interface Owned {
  twinId: string;
  sourceId: string;
  chunkId: string;
  text: string;
}

/** A passage that was looked at, put right where it is found to be wrong. */
export function CorrectLooked({
  looked: { chunkId, sourceId, text },
  twinId,
  label,
}: {
  looked: Looked;
  twinId: string;
  label: string;
}) {
  const [isOpen, setIsOpen] = useState(false);
  if (!chunkId || !sourceId || text === null) return null;
  return (
    <>
      <Button size="small" onClick={() => setIsOpen(true)}>
        <PenLine aria-hidden />
        {label}
      </Button>
      {isOpen && (
        <OpenCorrection of={{ twinId, sourceId, chunkId, text }} onClose={() => setIsOpen(false)} />
      )}
    </>
  );
}

/** As the next revision of the correction that there is, if there is one. */
function OpenCorrection({
  of: { chunkId, text, ...owner },
  onClose,
}: {
  of: Owned;
  onClose: () => void;
}) {
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const { overlays, isComplete } = useCorrections(owner);
  if (!isComplete) return null;
  const overlay = overlays.find((each) => each.chunkId === chunkId && each.kind === "edit");
  return (
    <CorrectDialog
      passage={{ chunkId, original: overlay?.original ?? text, text }}
      overlay={overlay}
      onSaved={() => void queryClient.invalidateQueries(trpc.conversation.trace.pathFilter())}
      onClose={onClose}
    />
  );
}
