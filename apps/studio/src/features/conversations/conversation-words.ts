import type { ConversationItem } from "./operated.ts";

export const CHANNEL_NAMES: Record<ConversationItem["channel"], string> = {
  studio: "Studio",
  api: "API",
  link: "Share link",
  widget: "Widget",
  page: "Public page",
  mcp: "MCP",
};

export type OutcomeName = keyof ConversationItem["figures"]["outcomes"];

/** One word each, used wherever an outcome is told. */
export const OUTCOME_NAMES: Record<OutcomeName, string> = {
  answered: "Answered",
  verified: "Verified",
  unsupported: "Unanswered",
  refused: "Refused",
  failed: "Failed",
  stopped: "Stopped",
};

/** How a visitor is called in a list. */
export function nameOf(visitor: ConversationItem["visitor"], channel: ConversationItem["channel"]) {
  if (!visitor) return channel === "studio" ? "Your team" : CHANNEL_NAMES[channel];
  return visitor.name ?? visitor.email ?? "Visitor";
}
