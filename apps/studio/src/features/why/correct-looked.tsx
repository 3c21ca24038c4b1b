import { useQueryClient } from "@tanstack/react-query";
import { PenLine } from "lucide-react";
import { useState } from "react";
import { OpenCorrection } from "#features/corrections/open-correction.tsx";
import { useTRPC } from "#lib/trpc.ts";
import { Button } from "#ui/button.tsx";
import type { Looked } from "./message-trace.ts";

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
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const [isOpen, setIsOpen] = useState(false);
  if (!chunkId || !sourceId || text === null) return null;
  return (
    <>
      <Button size="small" onClick={() => setIsOpen(true)}>
        <PenLine aria-hidden />
        {label}
      </Button>
      {isOpen && (
        <OpenCorrection
          of={{ twinId, sourceId, chunkId, text }}
          onSaved={() => void queryClient.invalidateQueries(trpc.conversation.trace.pathFilter())}
          onClose={() => setIsOpen(false)}
        />
      )}
    </>
  );
}
