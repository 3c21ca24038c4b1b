import { useMutation } from "@tanstack/react-query";
import { Link, useNavigate } from "@tanstack/react-router";
import { Eraser, FileArchive } from "lucide-react";
import { useState } from "react";
import { useTRPC } from "#lib/trpc.ts";
import { Button } from "#ui/button.tsx";
import { FormFailure } from "#ui/form-failure.tsx";
import { ConfirmErasure } from "./confirm-erasure.tsx";
import { usePrivacyChanged } from "./use-privacy-changed.ts";
import { CONSEQUENCES } from "./what-goes.tsx";

/** What a visitor may ask for: a copy of all that is kept of them, or that it goes. */
export function VisitorPrivacy({ visitorId, name }: { visitorId: string; name: string | null }) {
  const trpc = useTRPC();
  const navigate = useNavigate();
  const changed = usePrivacyChanged();
  const [isErasing, setIsErasing] = useState(false);
  const exporting = useMutation(trpc.privacy.exportVisitor.mutationOptions({ onSettled: changed }));
  const erasing = useMutation(
    trpc.audience.erase.mutationOptions({
      meta: { inline: true },
      onSuccess: async () => {
        await changed();
        await navigate({ to: "/settings/privacy" });
      },
    }),
  );
  return (
    <div className="grid gap-2">
      <div className="flex flex-wrap gap-2">
        <Button
          size="small"
          disabled={exporting.isPending}
          onClick={() => exporting.mutate({ visitorId })}
        >
          <FileArchive aria-hidden />
          Export their data
        </Button>
        <Button size="small" onClick={() => setIsErasing(true)}>
          <Eraser aria-hidden />
          Erase
        </Button>
      </div>
      {exporting.isSuccess && (
        <p className="text-sm text-muted" role="status">
          The file is being written. It stands under{" "}
          <Link to="/settings/privacy" className="underline">
            Privacy
          </Link>
          .
        </p>
      )}
      <FormFailure error={exporting.error} />
      {isErasing && (
        <ConfirmErasure
          title={`Erase ${name ?? "this visitor"}`}
          consequences={CONSEQUENCES.visitor}
          typed="erase"
          mutation={erasing}
          onConfirm={() => erasing.mutate({ visitorId })}
          onClose={() => setIsErasing(false)}
        />
      )}
    </div>
  );
}
