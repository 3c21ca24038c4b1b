import { useMutation, useSuspenseQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useTRPC } from "#lib/trpc.ts";
import { Segmented } from "#ui/segmented.tsx";
import { ConfirmErasure } from "./confirm-erasure.tsx";
import { usePrivacyChanged } from "./use-privacy-changed.ts";
import { CONSEQUENCES } from "./what-goes.tsx";

const TIMES = [
  { value: "7", label: "In 7 days" },
  { value: "30", label: "In 30 days" },
  { value: "0", label: "Now" },
] as const;
type Days = (typeof TIMES)[number]["value"];

export function EraseWorkspaceDialog({ onClose }: { onClose: () => void }) {
  const trpc = useTRPC();
  const { data: tenant } = useSuspenseQuery(trpc.tenant.get.queryOptions({}));
  const [days, setDays] = useState<Days>("7");
  const changed = usePrivacyChanged();
  const erasing = useMutation(
    trpc.tenant.erase.mutationOptions({
      meta: { inline: true },
      onSuccess: async () => {
        await changed();
        onClose();
      },
    }),
  );
  return (
    <ConfirmErasure
      title={`Erase the workspace “${tenant.name}”`}
      consequences={CONSEQUENCES.tenant}
      typed={tenant.name}
      action={days === "0" ? "Erase it now" : `Erase it in ${days} days`}
      mutation={erasing}
      onConfirm={(confirm) => erasing.mutate({ confirm, inDays: Number(days) })}
      onClose={onClose}
    >
      <div className="grid gap-1.5">
        <p className="text-sm font-medium">When</p>
        <Segmented label="When" value={days} choices={TIMES} onChange={setDays} />
        <p className="text-sm text-pretty text-muted">
          {days === "0"
            ? "Twins stop answering and keys stop working at once."
            : "Until then everything goes on as before, and any owner can call it off here."}
        </p>
      </div>
    </ConfirmErasure>
  );
}
