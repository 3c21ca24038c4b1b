import { randomBytes } from "node:crypto";
import { replaceApiKey } from "@understudy/db/queries/api-keys";
import { listWayKeys } from "@understudy/db/queries/way-keys";
import { updateWidget } from "@understudy/db/queries/widgets";
import { insertWayKey } from "../api-key/insert-way-key.ts";
import { makeApiKey } from "../api-key/make-api-key.ts";
import { useCase } from "../kernel/use-case.ts";
import { IdentitySecret, KeyedWidget, RotateWidgetKeyInput, WidgetRef } from "./contract.ts";
import { readWidgets, requireWidget } from "./read-widget.ts";
import { snippetOf } from "./snippet.ts";

const SECONDS_AN_HOUR = 3_600;

/** A new key at once; pages with the old one are answered until its time is over. */
export const rotateWidgetKey = useCase({
  permission: "launch.write",
  input: RotateWidgetKeyInput,
  output: KeyedWidget,
  run: (ctx, { widgetId, overlapHours }) => {
    const { key, prefix } = makeApiKey("publishable");
    return ctx.transaction(async (tx) => {
      const row = await requireWidget(tx, widgetId);
      const [old] = await listWayKeys(tx, { widgetId });
      const { twinId, name } = row;
      const made = await insertWayKey(ctx, tx, { twinId, name, key, prefix, way: { widgetId } });
      if (old) {
        const overlapSeconds = overlapHours * SECONDS_AN_HOUR;
        await replaceApiKey(tx, { apiKeyId: old.id, replacedBy: made.id, overlapSeconds });
      }
      await ctx.audit(tx, {
        action: "widget.rotateKey",
        subjectKind: "widget",
        subjectId: widgetId,
      });
      const [widget] = await readWidgets(tx, [row]);
      return { ...widget!, ...snippetOf(ctx, key) };
    });
  },
});

/** With which a customer's server signs who its visitors are; what an old one signed counts no more. */
export const rotateIdentitySecret = useCase({
  permission: "launch.write",
  input: WidgetRef,
  output: IdentitySecret,
  run: (ctx, { widgetId }) => {
    const identitySecret = `us_is_${randomBytes(32).toString("base64url")}`;
    return ctx.transaction(async (tx) => {
      await requireWidget(tx, widgetId);
      const changes = { identitySecret: ctx.ports.vault.seal(identitySecret) };
      await updateWidget(tx, { widgetId, changes });
      const subject = { subjectKind: "widget", subjectId: widgetId };
      await ctx.audit(tx, { action: "widget.rotateIdentitySecret", ...subject });
      return { widgetId, identitySecret };
    });
  },
});
