import { insertWidget, replaceOrigins } from "@understudy/db/queries/widgets";
import { putIntoGroups } from "../access-group/put-into-groups.ts";
import { insertWayKey } from "../api-key/insert-way-key.ts";
import { makeApiKey } from "../api-key/make-api-key.ts";
import { authorize, useCase } from "../kernel/use-case.ts";
import { requireTwin } from "../twin/twins.ts";
import { CreateWidgetInput, KeyedWidget } from "./contract.ts";
import { readWidgets } from "./read-widget.ts";
import { snippetOf } from "./snippet.ts";

/** A widget with its own key, ready to paste. It answers on its domains only, and nowhere without any. */
export const createWidget = useCase({
  permission: "launch.write",
  input: CreateWidgetInput,
  output: KeyedWidget,
  run: async (ctx, { allowedDomains, accessGroupIds, ...values }) => {
    const { twinId, name } = values;
    if (accessGroupIds.length > 0) await authorize(ctx, "accessGroup.write");
    const { key, prefix } = makeApiKey("publishable");
    return ctx.transaction(async (tx) => {
      await requireTwin(tx, twinId);
      const row = await insertWidget(tx, values);
      const place = { kind: "widget", id: row.id } as const;
      await putIntoGroups(tx, place, { twinId, accessGroupIds });
      await replaceOrigins(tx, { twinId, widgetId: row.id, origins: allowedDomains });
      await insertWayKey(ctx, tx, { twinId, name, key, prefix, way: { widgetId: row.id } });
      await ctx.audit(tx, { action: "widget.create", subjectKind: "widget", subjectId: row.id });
      const [widget] = await readWidgets(tx, [row]);
      return { ...widget!, ...snippetOf(ctx, key) };
    });
  },
});
