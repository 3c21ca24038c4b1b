import { useMutation } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import type { Twin } from "@understudy/core/twin/contract";
import { useTRPC } from "#lib/trpc.ts";
import { usePrivacyChanged } from "./use-privacy-changed.ts";

/** Has a file of a twin written, and shows where it will stand. */
export function useTwinExports({ id: twinId }: Twin) {
  const trpc = useTRPC();
  const navigate = useNavigate();
  const changed = usePrivacyChanged();
  const show = async () => {
    await changed();
    await navigate({ to: "/settings/privacy" });
  };
  const exporting = useMutation(trpc.twin.export.mutationOptions({ onSuccess: show }));
  const bundling = useMutation(trpc.bundle.export.mutationOptions({ onSuccess: show }));
  return {
    exportAll: () => exporting.mutate({ twinId }),
    exportBundle: () => bundling.mutate({ twinId }),
  };
}
