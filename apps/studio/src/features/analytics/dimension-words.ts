import type { Dimension, Narrowed } from "#app/analytics-search.ts";
import { CHANNEL_NAMES } from "#features/conversations/conversation-words.ts";
import { languageName } from "#lib/language-name.ts";
import type { Part } from "./analytics.ts";

export const DIMENSION_NAMES: Record<Dimension, string> = {
  channel: "Channel",
  shareLink: "Share link",
  widget: "Widget",
  apiKey: "API key",
  accessGroup: "Access group",
  release: "Release",
  language: "Language",
};

/** What figures and conversations are narrowed to one of them by. */
export const DIMENSION_FILTERS: Record<Dimension, keyof Narrowed> = {
  channel: "channel",
  shareLink: "shareLinkId",
  widget: "widgetId",
  apiKey: "apiKeyId",
  accessGroup: "accessGroupId",
  release: "releaseId",
  language: "language",
};

const NONE: Record<Dimension, string> = {
  channel: "No channel",
  shareLink: "Not by a link",
  widget: "Not by a widget",
  apiKey: "Without a key",
  accessGroup: "In no group",
  release: "Draft",
  language: "Too short to tell",
};

export function partName(by: Dimension, { key, name }: Pick<Part, "key" | "name">): string {
  if (key === null || key === "draft") return NONE[by];
  if (by === "channel") return CHANNEL_NAMES[key as keyof typeof CHANNEL_NAMES];
  if (by === "language") return languageName(key);
  return name ?? "Removed";
}
