import { useMutation, useQueryClient } from "@tanstack/react-query";
import type { Widget } from "@understudy/core/widget/contract";
import { useState } from "react";
import { formatMoment } from "#lib/format-time.ts";
import { useTRPC } from "#lib/trpc.ts";
import { Button } from "#ui/button.tsx";
import { ShownOnceDialog } from "#ui/shown-once-dialog.tsx";
import { ConfirmDialog } from "../confirm-dialog.tsx";

type Asked = "rotate" | "identity" | "revoke";

/** What ends or replaces the keys of a widget. */
export function WidgetKeys({ widget }: { widget: Widget }) {
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const [asked, setAsked] = useState<Asked | null>(null);
  const close = () => setAsked(null);
  const onSuccess = async () => {
    await queryClient.invalidateQueries(trpc.widget.pathFilter());
    close();
  };
  const options = { meta: { inline: true }, onSuccess };
  const rotate = useMutation(trpc.widget.rotateKey.mutationOptions(options));
  const revoke = useMutation(trpc.widget.revoke.mutationOptions(options));
  const identity = useMutation(
    trpc.widget.rotateIdentitySecret.mutationOptions({ ...options, gcTime: 0 }),
  );
  const { id: widgetId, name, keyPrefix, oldKeysEndAt, hasIdentitySecret } = widget;
  return (
    <>
      <p className="text-sm text-muted">
        The key begins with <code className="font-mono">{keyPrefix}</code>.
        {oldKeysEndAt && ` An earlier one works until ${formatMoment(oldKeysEndAt)}.`}
        {widget.lastUsedAt && ` Last used ${formatMoment(widget.lastUsedAt)}.`}
      </p>
      <div className="flex flex-wrap gap-2">
        <Button onClick={() => setAsked("rotate")}>Replace the key</Button>
        <Button onClick={() => setAsked("identity")}>
          {hasIdentitySecret ? "Replace the identity secret" : "Make an identity secret"}
        </Button>
        <Button onClick={() => setAsked("revoke")}>Remove the widget</Button>
      </div>
      {asked === "rotate" && (
        <ConfirmDialog
          title="Replace the key?"
          description="The snippet gets a new key at once. Pages with the old one go on working for 24 hours."
          action="Replace"
          mutation={rotate}
          onConfirm={() => rotate.mutate({ widgetId })}
          onClose={close}
        />
      )}
      {asked === "identity" && (
        <ConfirmDialog
          title={hasIdentitySecret ? "Replace the identity secret?" : "Make an identity secret?"}
          description="With it your server signs who a visitor is, as a JWT for this widget. What an earlier secret signed counts no more."
          action={hasIdentitySecret ? "Replace" : "Make"}
          mutation={identity}
          onConfirm={() => identity.mutate({ widgetId })}
          onClose={close}
        />
      )}
      {asked === "revoke" && (
        <ConfirmDialog
          isDangerous
          title={`Remove “${name}”?`}
          description="It vanishes from every page at once, and who is talking there is cut off. The conversations stay. This can't be undone."
          action="Remove widget"
          mutation={revoke}
          onConfirm={() => revoke.mutate({ widgetId })}
          onClose={close}
        />
      )}
      {identity.data && (
        <ShownOnceDialog
          title="Copy the identity secret now"
          secret={identity.data.identitySecret}
          onClose={identity.reset}
        />
      )}
    </>
  );
}
