import type { RIGHTS } from "@understudy/core/member/contract";

type Right = (typeof RIGHTS)[number]["permission"];

/** A right without words does not compile. */
export const RIGHT_WORDS: Record<Right, string> = {
  "tenant.read": "See the workspace",
  "tenant.write": "Rename the workspace",
  "tenant.create": "Make another workspace",
  "member.read": "See who works here",
  "member.write": "Invite people, change roles, remove members",
  "twin.read": "See the twins",
  "twin.write": "Make twins and shape their character",
  "twin.remove": "Remove twins",
  "source.read": "Read sources",
  "source.write": "Add, edit and remove sources",
  "knowledge.read": "Search and explore what a twin knows",
  "knowledge.write": "Change how sources are cut and indexed",
  "belief.read": "Read beliefs",
  "belief.write": "Write beliefs",
  "verified.read": "Read verified answers",
  "verified.write": "Write verified answers",
  "clarification.read": "See open questions",
  "clarification.write": "Answer open questions",
  "release.read": "See releases",
  "release.write": "Publish releases and roll back",
  "job.read": "See work in the background",
  "job.write": "Cancel and retry work in the background",
  "conversation.read": "Read conversations",
  "conversation.write": "Rename, review and correct conversations",
  "twin.ask": "Ask a twin",
  "launch.read": "See widgets, links and public pages",
  "launch.write": "Make widgets, links and public pages",
  "provider.read": "See providers and budgets",
  "provider.write": "Test providers and set budgets",
  "apiKey.read": "See API keys",
  "apiKey.write": "Make and revoke API keys",
  "audit.read": "Read the audit log",
};
