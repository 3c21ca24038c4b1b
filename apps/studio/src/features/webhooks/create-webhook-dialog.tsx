import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useTRPC } from "#lib/trpc.ts";
import { Dialog } from "#ui/dialog.tsx";
import { ShownOnceDialog } from "#ui/shown-once-dialog.tsx";
import { EVENTS } from "./event-words.ts";
import { asGiven } from "./given-webhook.ts";
import { WebhookForm } from "./webhook-form.tsx";

const EMPTY = { name: "", url: "", events: EVENTS, twinIds: null };
const HINT = "Of a server of yours that the internet reaches. It answers with 2xx.";

export function CreateWebhookDialog({
  onCreated,
  onClose,
}: {
  onCreated: (webhookId: string) => void;
  onClose: () => void;
}) {
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const create = useMutation(
    trpc.webhook.create.mutationOptions({
      meta: { inline: true },
      gcTime: 0,
      onSuccess: () => queryClient.invalidateQueries(trpc.webhook.list.pathFilter()),
    }),
  );
  const { data } = create;
  if (data) {
    return (
      <ShownOnceDialog
        title="Copy the signing secret now"
        copyLabel="Copy secret"
        secret={data.secret}
        onClose={() => onCreated(data.id)}
      />
    );
  }
  return (
    <Dialog
      open
      wide
      onOpenChange={onClose}
      title="New webhook"
      description="A server of yours is told of what happens, signed so that it can tell."
    >
      <WebhookForm
        initial={EMPTY}
        urlHint={() => HINT}
        action={create.isPending ? "Creating…" : "Create webhook"}
        mutation={create}
        onSubmit={(draft) => create.mutate(asGiven(draft))}
        onClose={onClose}
      />
    </Dialog>
  );
}
