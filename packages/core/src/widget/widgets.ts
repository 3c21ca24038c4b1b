import { revokeWay } from "@understudy/db/queries/way-keys";
import * as queries from "@understudy/db/queries/widgets";
import { z } from "zod";
import { putIntoGroups } from "../access-group/put-into-groups.ts";
import { decodeCursor, toPage } from "../kernel/page.ts";
import { authorize, useCase } from "../kernel/use-case.ts";
import { requireTwin } from "../twin/twins.ts";
import { ListWidgetsInput, UpdateWidgetInput, Widget, WidgetPage, WidgetRef } from "./contract.ts";
import { readWidgets, requireWidget } from "./read-widget.ts";

const Position = z.tuple([z.iso.datetime(), z.uuid()]);

export const listWidgets = useCase({
  permission: "launch.read",
  input: ListWidgetsInput,
  output: WidgetPage,
  run: async (ctx, { cursor, limit, twinId }) => {
    const after = cursor === undefined ? null : decodeCursor(cursor, Position);
    return ctx.transaction(async (tx) => {
      await requireTwin(tx, twinId);
      const rows = await queries.listWidgets(tx, { twinId, after, limit: limit + 1 });
      const widgets = await readWidgets(tx, rows);
      const position = ({ createdAt, id }: Widget) => [createdAt, id];
      return toPage(widgets, limit, { read: (widget) => widget, position });
    });
  },
});

export const getWidget = useCase({
  permission: "launch.read",
  input: WidgetRef,
  output: Widget,
  run: (ctx, { widgetId }) =>
    ctx.transaction(async (tx) => {
      const [widget] = await readWidgets(tx, [await requireWidget(tx, widgetId)]);
      return widget!;
    }),
});

/** A domain that is taken away answers no more, not even who is talking there. */
export const updateWidget = useCase({
  permission: "launch.write",
  input: UpdateWidgetInput,
  output: Widget,
  run: async (ctx, { widgetId, allowedDomains, accessGroupIds, ...changes }) => {
    if (accessGroupIds) await authorize(ctx, "accessGroup.write");
    return ctx.transaction(async (tx) => {
      const { twinId } = await requireWidget(tx, widgetId);
      const way = { kind: "widget", id: widgetId } as const;
      if (accessGroupIds) await putIntoGroups(tx, way, { twinId, accessGroupIds });
      await queries.updateWidget(tx, { widgetId, changes });
      if (allowedDomains) {
        await queries.replaceOrigins(tx, { twinId, widgetId, origins: allowedDomains });
      }
      await ctx.audit(tx, { action: "widget.update", subjectKind: "widget", subjectId: widgetId });
      const [widget] = await readWidgets(tx, [await requireWidget(tx, widgetId)]);
      return widget!;
    });
  },
});

/** Gone from every page at once, with all of its keys. */
export const revokeWidget = useCase({
  permission: "launch.write",
  input: WidgetRef,
  output: Widget,
  run: (ctx, { widgetId }) =>
    ctx.transaction(async (tx) => {
      const [widget] = await readWidgets(tx, [await requireWidget(tx, widgetId)]);
      await revokeWay(tx, { widgetId });
      await queries.markWidgetRevoked(tx, widgetId);
      await ctx.audit(tx, { action: "widget.revoke", subjectKind: "widget", subjectId: widgetId });
      return widget!;
    }),
});
