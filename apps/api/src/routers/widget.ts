import { createWidget } from "@understudy/core/widget/create-widget";
import { rotateIdentitySecret, rotateWidgetKey } from "@understudy/core/widget/rotate-widget";
import { getSnippet } from "@understudy/core/widget/snippet";
import {
  getWidget,
  listWidgets,
  revokeWidget,
  updateWidget,
} from "@understudy/core/widget/widgets";
import { mutation, query, router } from "../trpc.ts";

export const widgetRouter = router({
  create: mutation(createWidget),
  list: query(listWidgets),
  get: query(getWidget),
  update: mutation(updateWidget),
  snippet: query(getSnippet),
  rotateKey: mutation(rotateWidgetKey),
  rotateIdentitySecret: mutation(rotateIdentitySecret),
  revoke: mutation(revokeWidget),
});
