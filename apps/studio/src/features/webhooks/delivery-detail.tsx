import { useMutation, useQueryClient } from "@tanstack/react-query";
import type { Delivery } from "@understudy/core/webhook/contract";
import { formatDuration, formatMoment } from "#lib/format-time.ts";
import { REASON_WORDS } from "#lib/reason-words.ts";
import { useTRPC } from "#lib/trpc.ts";
import { Button } from "#ui/button.tsx";
import { FormFailure } from "#ui/form-failure.tsx";

/** The request, each attempt, and the last answer. */
export function DeliveryDetail({
  delivery,
  mayResend,
}: {
  delivery: Delivery;
  mayResend: boolean;
}) {
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const redeliver = useMutation(
    trpc.webhook.redeliver.mutationOptions({
      meta: { inline: true },
      onSuccess: () => queryClient.invalidateQueries(trpc.webhook.deliveries.pathFilter()),
    }),
  );
  return (
    <div className="grid gap-3 px-4 pb-4">
      {delivery.attempts.length > 0 && (
        <ol aria-label="Attempts" className="grid gap-1 text-sm text-muted">
          {delivery.attempts.map((attempt) => (
            <li key={attempt.at} className="flex flex-wrap justify-between gap-x-3">
              <span>{attempt.status ?? reasonInWords(attempt.reason)}</span>
              <span className="tabular-nums text-faint">
                {formatMoment(attempt.at)} · {formatDuration(attempt.durationMs)}
              </span>
            </li>
          ))}
        </ol>
      )}
      <Bytes
        label="Request"
        text={`webhook-id: ${delivery.eventId}\n\n${indented(delivery.body)}`}
      />
      {delivery.responseText && <Bytes label="Answer" text={delivery.responseText} />}
      <FormFailure error={redeliver.error} />
      <div>
        <Button
          size="small"
          disabled={!mayResend || redeliver.isPending}
          onClick={() => redeliver.mutate({ deliveryId: delivery.id })}
        >
          Send again
        </Button>
      </div>
    </div>
  );
}

function Bytes({ label, text }: { label: string; text: string }) {
  return (
    <figure className="grid gap-1">
      <figcaption className="text-xs font-medium text-faint">{label}</figcaption>
      <pre
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls must be reachable by keyboard.
        tabIndex={0}
        className="max-h-64 overflow-auto rounded-md border border-line bg-sunken p-2 font-mono text-xs"
      >
        {text}
      </pre>
    </figure>
  );
}

function indented(body: string): string {
  return JSON.stringify(JSON.parse(body), null, 2);
}

function reasonInWords(reason: string | null): string {
  return (reason && REASON_WORDS[reason]) || "Nothing answered.";
}
