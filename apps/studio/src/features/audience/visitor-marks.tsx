import { useMutation } from "@tanstack/react-query";
import { Ban } from "lucide-react";
import { useState } from "react";
import { useTRPC } from "#lib/trpc.ts";
import { Button } from "#ui/button.tsx";
import { FormFailure } from "#ui/form-failure.tsx";
import { TagEditor } from "#ui/tag-editor.tsx";
import type { Profile } from "./audience.ts";
import { BlockDialog } from "./block-dialog.tsx";
import { useAudienceChanged } from "./use-audience-changed.ts";

export function VisitorMarks({ profile }: { profile: Profile }) {
  const { id: visitorId, twinId, tags, isBlocked } = profile;
  const trpc = useTRPC();
  const changed = useAudienceChanged();
  const [isAsking, setAsking] = useState(false);
  const update = useMutation(trpc.audience.update.mutationOptions({ onSuccess: changed }));
  return (
    <div className="flex flex-wrap items-center gap-2 border-b border-line px-4 py-2">
      <Button
        aria-pressed={isBlocked}
        className="aria-pressed:bg-selected"
        onClick={() => setAsking(true)}
      >
        <Ban aria-hidden />
        {isBlocked ? "Blocked" : "Block"}
      </Button>
      <TagEditor tags={tags} onChange={(next) => update.mutate({ visitorId, tags: next })} />
      <FormFailure error={update.error} />
      {isAsking && (
        <BlockDialog
          twinId={twinId}
          people={[profile]}
          isBlocking={!isBlocked}
          onClose={() => setAsking(false)}
        />
      )}
    </div>
  );
}
