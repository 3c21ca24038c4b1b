import { listWayKeys } from "@understudy/db/queries/way-keys";
import type { TenantTx } from "@understudy/db/scope";
import type { Context } from "../kernel/context.ts";
import { useCase } from "../kernel/use-case.ts";
import { Snippet, WidgetRef } from "./contract.ts";
import { requireWidget } from "./read-widget.ts";

/** The one tag that puts a widget on a page. */
export const getSnippet = useCase({
  permission: "launch.read",
  input: WidgetRef,
  output: Snippet,
  run: (ctx, { widgetId }) => ctx.transaction((tx) => readSnippet(ctx, tx, widgetId)),
});

async function readSnippet(ctx: Context, tx: TenantTx, widgetId: string) {
  await requireWidget(tx, widgetId);
  const [current] = await listWayKeys(tx, { widgetId });
  if (!current?.sealedKey) throw new Error("A widget has no key.");
  return snippetOf(ctx, ctx.ports.vault.open(current.sealedKey));
}

export function snippetOf({ ports }: Context, publishableKey: string) {
  const source = `${ports.publicUrl}/widget.js?key=${publishableKey}`;
  const snippet = `<script src="${source}" async></script>`;
  return { publishableKey, snippet };
}
