import { useMutation, useQueryClient } from "@tanstack/react-query";
import type { Webhook } from "@understudy/core/webhook/contract";
import { useState } from "react";
import { ConfirmDialog } from "#features/launch/confirm-dialog.tsx";
import { useTRPC } from "#lib/trpc.ts";
import { Button } from "#ui/button.tsx";
import { FormFailure } from "#ui/form-failure.tsx";
import { ShownOnceDialog } from "#ui/shown-once-dialog.tsx";
import { EditWebhookDialog } from "./edit-webhook-dialog.tsx";

type Opened = "edit" | "rotate" | "remove" | null;

export function WebhookActions({
  webhook,
  onRemoved,
}: {
  webhook: Webhook;
  onRemoved: () => void;
}) {
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const [opened, setOpened] = useState<Opened>(null);
  const close = () => setOpened(null);
  const renew = () => queryClient.invalidateQueries(trpc.webhook.pathFilter());
  const inline = { meta: { inline: true }, onSuccess: renew };
  const test = useMutation(trpc.webhook.sendTest.mutationOptions(inline));
  const update = useMutation(trpc.webhook.update.mutationOptions(inline));
  const rotate = useMutation(trpc.webhook.rotateSecret.mutationOptions({ ...inline, gcTime: 0 }));
  const remove = useMutation(
    trpc.webhook.remove.mutationOptions({
      meta: { inline: true },
      onSuccess: () => {
        onRemoved();
        return renew();
      },
    }),
  );
  const { id: webhookId, isOn } = webhook;
  return (
    <>
      <div className="flex flex-wrap gap-2">
        <Button
          size="small"
          disabled={!isOn || test.isPending}
          onClick={() => test.mutate({ webhookId })}
        >
          Send test event
        </Button>
        <Button size="small" onClick={() => setOpened("edit")}>
          Edit
        </Button>
        <Button
          size="small"
          disabled={update.isPending}
          onClick={() => update.mutate({ webhookId, isOn: !isOn })}
        >
          {isOn ? "Switch off" : "Switch on"}
        </Button>
        <Button size="small" onClick={() => setOpened("rotate")}>
          New secret
        </Button>
        <Button size="small" onClick={() => setOpened("remove")}>
          Remove
        </Button>
      </div>
      <FormFailure error={test.error ?? update.error} />
      {opened === "edit" && <EditWebhookDialog webhook={webhook} onClose={close} />}
      {opened === "remove" && (
        <ConfirmDialog
          title="Remove this webhook?"
          description="It is told nothing any more, and what it was told is forgotten."
          action="Remove webhook"
          isDangerous
          mutation={remove}
          onConfirm={() => remove.mutate({ webhookId })}
          onClose={close}
        />
      )}
      {opened === "rotate" && !rotate.data && (
        <ConfirmDialog
          title="Make a new signing secret?"
          description="The one there is proves nothing from then on. Give your server the new one at once."
          action="Make new secret"
          mutation={rotate}
          onConfirm={() => rotate.mutate({ webhookId })}
          onClose={close}
        />
      )}
      {rotate.data && (
        <ShownOnceDialog
          title="Copy the signing secret now"
          copyLabel="Copy secret"
          secret={rotate.data.secret}
          onClose={() => {
            rotate.reset();
            close();
          }}
        />
      )}
    </>
  );
}
