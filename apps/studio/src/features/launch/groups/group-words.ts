import type { AccessGroup } from "@understudy/core/access-group/contract";
import { formatCount } from "#lib/format-count.ts";

const count = (many: number, one: string, several: string) =>
  many === 0 ? [] : [`${formatCount(many)} ${many === 1 ? one : several}`];

export function memberWords({ members }: AccessGroup): string {
  const parts = [
    ...count(members.shareLinkIds.length, "link", "links"),
    ...count(members.widgetIds.length, "widget", "widgets"),
    ...count(members.apiKeyIds.length, "API key", "API keys"),
    ...count(members.claims.length, "signed claim", "signed claims"),
    ...count(members.emails.length, "address", "addresses"),
    ...count(members.domains.length, "mail domain", "mail domains"),
    ...count(members.visitorIds.length, "person", "people"),
  ];
  return parts.join(", ") || "Nobody yet";
}

export function contentWords({ content }: AccessGroup): string {
  const parts = [
    ...count(content.sourceIds.length, "source", "sources"),
    ...count(content.beliefIds.length, "belief", "beliefs"),
    ...count(content.verifiedAnswerIds.length, "verified answer", "verified answers"),
  ];
  return parts.join(", ") || "Nothing";
}

export function limitWords({ limits }: AccessGroup): string {
  const each = (most: number | null, words: string) =>
    most === null ? [] : [`${formatCount(most)} ${words}`];
  const parts = [
    ...each(limits.visitorPerDay, "a day each"),
    ...each(limits.visitorPerMonth, "a month each"),
    ...each(limits.groupPerDay, "a day together"),
    ...each(limits.groupPerMonth, "a month together"),
  ];
  return parts.join(", ") || "None";
}
