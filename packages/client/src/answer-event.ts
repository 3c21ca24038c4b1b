import type { inferRouterOutputs } from "@trpc/server";
import type { AppRouter } from "@understudy/api/router";

/** What each procedure gives: `Outputs["twin"]["get"]`. */
export type Outputs = inferRouterOutputs<AppRouter>;

/** A piece of an answer as it becomes known; the last one is `done` or `error`. */
export type AnswerEvent = Outputs["chat"]["resume"]["events"][number];
