import { useSuspenseQuery } from "@tanstack/react-query";
import type { Webhook } from "@understudy/core/webhook/contract";
import { countOf } from "#lib/format-count.ts";
import { useTRPC } from "#lib/trpc.ts";
import { useListKeys } from "#lib/use-list-keys.ts";
import { TABLE_CELL, TABLE_HEAD, TABLE_ROW } from "#ui/table.ts";
import { EVENT_WORDS, EVENTS } from "./event-words.ts";
import { WebhookState } from "./webhook-state.tsx";

export function WebhooksTable({
  webhooks,
  openId,
  onOpen,
  onClose,
}: {
  webhooks: readonly Webhook[];
  openId?: string;
  onOpen: (webhookId: string) => void;
  onClose: () => void;
}) {
  const trpc = useTRPC();
  const twins = useSuspenseQuery(trpc.twin.list.queryOptions({ limit: 100 })).data.items;
  const { setActiveId } = useListKeys({ follows: openId !== undefined, onOpen, onClose });
  const nameOf = (twinId: string) => twins.find(({ id }) => id === twinId)?.name ?? "a twin";
  return (
    <table aria-label="Webhooks" className="w-full table-fixed border-t border-line">
      <thead>
        <tr>
          <th className={TABLE_HEAD}>Address</th>
          <th className={`${TABLE_HEAD} w-52 max-lg:hidden`}>Tells of</th>
          <th className={`${TABLE_HEAD} w-40 max-lg:hidden`}>Twins</th>
          <th className={`${TABLE_HEAD} w-36`}>State</th>
        </tr>
      </thead>
      <tbody>
        {webhooks.map((webhook) => (
          <tr
            key={webhook.id}
            data-row-id={webhook.id}
            tabIndex={-1}
            aria-selected={webhook.id === openId}
            onFocus={() => setActiveId(webhook.id)}
            className={TABLE_ROW}
          >
            <td className={`${TABLE_CELL} py-1.5`}>
              <button
                type="button"
                className="block max-w-full truncate text-left font-medium hover:underline"
                onClick={() => onOpen(webhook.id)}
              >
                {webhook.name || hostOf(webhook.url)}
              </button>
              <p className="truncate font-mono text-xs text-muted">{webhook.url}</p>
            </td>
            <td className={`${TABLE_CELL} truncate text-muted max-lg:hidden`}>
              {eventsInWords(webhook.events)}
            </td>
            <td className={`${TABLE_CELL} truncate text-muted max-lg:hidden`}>
              {webhook.twinIds?.map(nameOf).join(", ") ?? "All"}
            </td>
            <td className={TABLE_CELL}>
              <WebhookState webhook={webhook} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function hostOf(url: string): string {
  return URL.canParse(url) ? new URL(url).host : url;
}

function eventsInWords(events: readonly string[]): string {
  if (events.length === EVENTS.length) return "Everything";
  const [only] = events;
  if (events.length === 1 && only && only in EVENT_WORDS)
    return EVENT_WORDS[only as keyof typeof EVENT_WORDS];
  return countOf(events.length, "event");
}
