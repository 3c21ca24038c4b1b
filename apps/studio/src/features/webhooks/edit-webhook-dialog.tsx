import { useMutation, useQueryClient } from "@tanstack/react-query";
import type { Webhook } from "@understudy/core/webhook/contract";
import { useTRPC } from "#lib/trpc.ts";
import { Dialog } from "#ui/dialog.tsx";
import { ShownOnceDialog } from "#ui/shown-once-dialog.tsx";
import { asGiven } from "./given-webhook.ts";
import { WebhookForm } from "./webhook-form.tsx";

export function EditWebhookDialog({ webhook, onClose }: { webhook: Webhook; onClose: () => void }) {
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const update = useMutation(
    trpc.webhook.update.mutationOptions({
      meta: { inline: true },
      gcTime: 0,
      onSuccess: async ({ secret }) => {
        await queryClient.invalidateQueries(trpc.webhook.list.pathFilter());
        if (secret === null) onClose();
      },
    }),
  );
  if (update.data?.secret) {
    return (
      <ShownOnceDialog
        title="Copy the new signing secret"
        copyLabel="Copy secret"
        secret={update.data.secret}
        onClose={onClose}
      />
    );
  }
  return (
    <Dialog open wide onOpenChange={onClose} title="Edit webhook">
      <WebhookForm
        initial={webhook}
        urlHint={(url) =>
          url === webhook.url
            ? "Another address gets another signing secret."
            : "This is another address: it gets a new signing secret, shown next."
        }
        action={update.isPending ? "Saving…" : "Save"}
        mutation={update}
        onSubmit={({ name, url, events, twinIds }) =>
          update.mutate({ webhookId: webhook.id, ...asGiven({ name, url, events, twinIds }) })
        }
        onClose={onClose}
      />
    </Dialog>
  );
}
