import { insertWidget, replaceOrigins } from "@understudy/db/queries/widgets";
import { insertWayKey } from "../api-key/insert-way-key.ts";
import { makeApiKey } from "../api-key/make-api-key.ts";
import { useCase } from "../kernel/use-case.ts";
import { requireTwin } from "../twin/twins.ts";
import { CreateWidgetInput, KeyedWidget } from "./contract.ts";
import { readWidgets } from "./read-widget.ts";
import { snippetOf } from "./snippet.ts";

/** A widget with its own key, ready to paste. It answers on its domains only, and nowhere without any. */
export const createWidget = useCase({
  permission: "launch.write",
  input: CreateWidgetInput,
  output: KeyedWidget,
  run: (ctx, { allowedDomains, ...values }) => {
    const { twinId, name } = values;
    const { key, prefix } = makeApiKey("publishable");
    return ctx.transaction(async (tx) => {
      await requireTwin(tx, twinId);
      const row = await insertWidget(tx, values);
      await replaceOrigins(tx, { twinId, widgetId: row.id, origins: allowedDomains });
      await insertWayKey(ctx, tx, { twinId, name, key, prefix, way: { widgetId: row.id } });
      await ctx.audit(tx, { action: "widget.create", subjectKind: "widget", subjectId: row.id });
      const [widget] = await readWidgets(tx, [row]);
      return { ...widget!, ...snippetOf(ctx, key) };
    });
  },
});
