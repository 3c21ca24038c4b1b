import { useSuspenseInfiniteQuery } from "@tanstack/react-query";
import { useNavigate, useSearch } from "@tanstack/react-router";
import { Plus, Webhook as WebhookIcon } from "lucide-react";
import { useState } from "react";
import { getNextPageParam } from "#lib/get-next-page-param.ts";
import { useTRPC } from "#lib/trpc.ts";
import { usePageTitle } from "#lib/use-page-title.ts";
import { Button } from "#ui/button.tsx";
import { EmptyState } from "#ui/empty-state.tsx";
import { PageHead } from "#ui/page.tsx";
import { CreateWebhookDialog } from "./create-webhook-dialog.tsx";
import { WebhookPanel } from "./webhook-panel.tsx";
import { WebhooksTable } from "./webhooks-table.tsx";

export function WebhooksPage() {
  usePageTitle("Webhooks");
  const trpc = useTRPC();
  const navigate = useNavigate({ from: "/settings/webhooks" });
  const { webhook: openId } = useSearch({ from: "/studio/settings/webhooks" });
  const [isCreating, setIsCreating] = useState(false);
  const list = useSuspenseInfiniteQuery(
    trpc.webhook.list.infiniteQueryOptions({}, { getNextPageParam }),
  );
  const webhooks = list.data.pages.flatMap((page) => page.items);
  const opened = webhooks.find(({ id }) => id === openId);
  const open = (webhook?: string) =>
    navigate({ search: webhook ? { webhook } : {}, replace: openId !== undefined });
  const create = (
    <Button variant="primary" onClick={() => setIsCreating(true)}>
      <Plus aria-hidden />
      New webhook
    </Button>
  );
  return (
    <div className="flex h-full min-h-0">
      <div className="flex min-w-0 flex-1 flex-col">
        <PageHead title="Webhooks" detail="Servers that are told what happens" actions={create} />
        <div className="min-h-0 flex-1 overflow-y-auto">
          {webhooks.length > 0 ? (
            <WebhooksTable
              webhooks={webhooks}
              openId={openId}
              onOpen={open}
              onClose={() => open()}
            />
          ) : (
            <EmptyState
              icon={<WebhookIcon />}
              title="Let your own systems know"
              action={create}
              example="For example a ticket for every question that found no answer, or a new contact in your CRM."
            >
              A webhook sends each event to an address of yours, signed after the Standard Webhooks
              specification, and tries again for a day and a half when nobody answers.
            </EmptyState>
          )}
        </div>
      </div>
      {opened && <WebhookPanel key={opened.id} webhook={opened} onClose={() => open()} />}
      {isCreating && (
        <CreateWebhookDialog
          onCreated={(id) => {
            setIsCreating(false);
            open(id);
          }}
          onClose={() => setIsCreating(false)}
        />
      )}
    </div>
  );
}
