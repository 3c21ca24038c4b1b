import { useInfiniteQuery } from "@tanstack/react-query";
import type { Delivery, Webhook } from "@understudy/core/webhook/contract";
import { useState } from "react";
import { getNextPageParam } from "#lib/get-next-page-param.ts";
import { useTRPC } from "#lib/trpc.ts";
import { Button } from "#ui/button.tsx";
import { FormFailure } from "#ui/form-failure.tsx";
import { Segmented } from "#ui/segmented.tsx";
import { Skeleton } from "#ui/skeleton.tsx";
import { DeliveryItem } from "./delivery-item.tsx";

const POLL_MS = 2_000;
const CHOICES = [
  { value: "all", label: "All" },
  { value: "waiting", label: "Waiting" },
  { value: "failed", label: "Failed" },
] as const;

/** What a webhook was told, the newest first; what is on its way is watched. */
export function Deliveries({ webhook: { id: webhookId, isOn } }: { webhook: Webhook }) {
  const trpc = useTRPC();
  const [shown, setShown] = useState<(typeof CHOICES)[number]["value"]>("all");
  const list = useInfiniteQuery(
    trpc.webhook.deliveries.infiniteQueryOptions(
      { webhookId, limit: 20, ...(shown !== "all" && { status: shown }) },
      {
        getNextPageParam,
        refetchInterval: ({ state }) =>
          state.data?.pages[0]?.items.some(isUnderWay) ? POLL_MS : false,
      },
    ),
  );
  const deliveries = list.data?.pages.flatMap((page) => page.items);
  return (
    <section aria-labelledby="deliveries" className="grid gap-3 py-4">
      <div className="flex flex-wrap items-center justify-between gap-2 px-4">
        <h3 id="deliveries" className="text-sm font-semibold">
          Deliveries
        </h3>
        <Segmented label="Deliveries shown" value={shown} onChange={setShown} choices={CHOICES} />
      </div>
      {list.error && <FormFailure error={list.error} />}
      {!deliveries && !list.error && <Skeleton className="mx-4 h-24" />}
      {deliveries?.length === 0 && (
        <p className="px-4 text-sm text-muted">
          {shown === "all"
            ? "Nothing yet. Send a test event to see whether it arrives; what was told is kept for 30 days."
            : "None."}
        </p>
      )}
      <ol className="border-y border-line empty:hidden">
        {deliveries?.map((delivery) => (
          <DeliveryItem key={delivery.id} delivery={delivery} mayResend={isOn} />
        ))}
      </ol>
      {list.hasNextPage && (
        <div className="text-center">
          <Button disabled={list.isFetchingNextPage} onClick={() => list.fetchNextPage()}>
            Show more
          </Button>
        </div>
      )}
    </section>
  );
}

function isUnderWay({ status, attempts }: Delivery): boolean {
  return status === "waiting" && attempts.length < 2;
}
