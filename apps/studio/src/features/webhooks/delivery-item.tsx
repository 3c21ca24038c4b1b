import type { Delivery } from "@understudy/core/webhook/contract";
import { CircleCheck, CircleDashed, CircleOff, CircleX } from "lucide-react";
import { formatAgo, formatMoment } from "#lib/format-time.ts";
import { useNow } from "#lib/use-now.ts";
import { DeliveryDetail } from "./delivery-detail.tsx";

const STATES = {
  waiting: { icon: CircleDashed, className: "text-muted", words: "Waiting" },
  delivered: { icon: CircleCheck, className: "text-good", words: "Delivered" },
  failed: { icon: CircleX, className: "text-bad", words: "Failed" },
  dropped: { icon: CircleOff, className: "text-muted", words: "Dropped" },
} as const;

/** A line that opens to what was sent and what was answered. */
export function DeliveryItem({ delivery, mayResend }: { delivery: Delivery; mayResend: boolean }) {
  const now = useNow();
  const { icon: Icon, className, words } = STATES[delivery.status];
  const next = delivery.attempts.length > 0 && delivery.nextAttemptAt;
  return (
    <li className="border-b border-line last:border-b-0">
      <details>
        <summary className="flex min-h-11 cursor-default items-center gap-2 px-4 hover:bg-hover">
          <Icon aria-hidden className={`size-4 shrink-0 ${className}`} />
          <span className="min-w-0 flex-1 truncate">
            <span className="sr-only">{words}: </span>
            <code className="font-mono text-sm">{delivery.type}</code>
          </span>
          <span className="text-sm text-muted tabular-nums">
            {next ? `again ${formatAgo(next, now)}` : (delivery.responseStatus ?? words)}
          </span>
          <time
            dateTime={delivery.createdAt}
            title={formatMoment(delivery.createdAt)}
            className="w-24 text-right text-sm text-faint"
          >
            {formatAgo(delivery.createdAt, now)}
          </time>
        </summary>
        <DeliveryDetail delivery={delivery} mayResend={mayResend} />
      </details>
    </li>
  );
}
