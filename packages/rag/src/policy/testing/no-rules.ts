import type { Policy } from "../policy.ts";

export const noRules: Policy = {
  scope: "twin",
  allowedTopics: [],
  outsideReply: "",
  refusedTopics: [],
  blockedPhrases: [],
  disclaimers: [],
};
