import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { LOOK_EVERY_MS } from "#features/quality/use-run.ts";
import { type Outputs, useTRPC, useTRPCClient } from "#lib/trpc.ts";
import { useToasts } from "#ui/toaster.tsx";
import { useReleased } from "./use-released.ts";

type Result = Outputs["release"]["publish"];
export type BlockedResult = Extract<Result, { status: "blocked" }>;

export interface Wanted {
  note: string;
  override: string | undefined;
}

/** Asks again while the tests run, so that their progress is seen meanwhile. */
export function usePublish(twinId: string, onPublished: () => void) {
  const trpc = useTRPC();
  const client = useTRPCClient();
  const queryClient = useQueryClient();
  const toasts = useToasts();
  const released = useReleased();
  const [isTesting, setIsTesting] = useState(false);
  const publishing = useMutation({
    meta: { inline: true },
    mutationFn: async (wanted: Wanted): Promise<Result> => {
      for (;;) {
        const result = await client.release.publish.mutate({ twinId, waitSeconds: 0, ...wanted });
        if (result.status !== "testing") return result;
        setIsTesting(true);
        await queryClient.invalidateQueries(trpc.release.preview.pathFilter());
        await new Promise((resolve) => setTimeout(resolve, LOOK_EVERY_MS));
      }
    },
    onSuccess: async (result) => {
      if (result.status === "published") {
        onPublished();
        toasts.show({ text: `Release ${result.number} is live.` });
      }
      await released();
    },
    onSettled: () => setIsTesting(false),
  });
  const { data: result, error, isPending: isWorking } = publishing;
  const blocked: BlockedResult | null = result?.status === "blocked" ? result : null;
  return { publish: publishing.mutate, error, isWorking, isTesting, blocked };
}
