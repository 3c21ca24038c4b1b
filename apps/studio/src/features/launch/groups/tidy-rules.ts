import type { AccessGroup } from "@understudy/core/access-group/contract";
import { filled } from "./lines-field.tsx";

type Rules = AccessGroup["overrides"]["boundaries"];

/** Without the examples that were left empty. */
export function tidyRules(rules: Rules): Rules {
  const tidy = <Topic extends { examples: string[] }>(topic: Topic): Topic => ({
    ...topic,
    examples: filled(topic.examples),
  });
  return {
    ...rules,
    allowedTopics: rules.allowedTopics.map(tidy),
    refusedTopics: rules.refusedTopics.map(tidy),
    disclaimers: rules.disclaimers.map(({ topic, ...rest }) => ({
      ...rest,
      topic: topic && tidy(topic),
    })),
  };
}
