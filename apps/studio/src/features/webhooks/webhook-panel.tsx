import type { Webhook } from "@understudy/core/webhook/contract";
import { X } from "lucide-react";
import { formatMoment } from "#lib/format-time.ts";
import { FormError } from "#ui/form-error.tsx";
import { IconButton } from "#ui/icon-button.tsx";
import { SidePanel } from "#ui/side-panel.tsx";
import { Deliveries } from "./deliveries.tsx";
import { WebhookActions } from "./webhook-actions.tsx";
import { WebhookState } from "./webhook-state.tsx";

/** One webhook beside the list: how it stands, and what it was told. */
export function WebhookPanel({ webhook, onClose }: { webhook: Webhook; onClose: () => void }) {
  return (
    <SidePanel label="Webhook" onClose={onClose}>
      <header className="flex items-start gap-1 border-b border-line py-3 pr-2 pl-4">
        <div className="min-w-0 flex-1 py-1">
          <h2 className="font-semibold break-words">{webhook.name || "Webhook"}</h2>
          <p className="font-mono text-xs break-all text-muted">{webhook.url}</p>
        </div>
        <IconButton label="Close" keys="esc" size="small-icon" onClick={onClose}>
          <X aria-hidden />
        </IconButton>
      </header>
      <div className="min-h-0 flex-1 overflow-y-auto">
        <section className="grid gap-3 border-b border-line p-4">
          <WebhookState webhook={webhook} />
          <Trouble webhook={webhook} />
          <WebhookActions webhook={webhook} onRemoved={onClose} />
        </section>
        <Deliveries webhook={webhook} />
      </div>
    </SidePanel>
  );
}

function Trouble({ webhook: { isOn, stoppedAt, failingSince } }: { webhook: Webhook }) {
  if (stoppedAt) {
    return (
      <FormError>
        Nothing has arrived for days, or its server said that it is gone, so it was switched off on{" "}
        {formatMoment(stoppedAt)}. Mend the server, switch it on, and send again what it missed.
      </FormError>
    );
  }
  if (!isOn || !failingSince) return null;
  return (
    <p className="text-sm text-muted">
      Nothing has arrived since {formatMoment(failingSince)}. After five days it is switched off.
    </p>
  );
}
