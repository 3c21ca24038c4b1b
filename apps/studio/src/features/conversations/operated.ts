import type { inferRouterOutputs } from "@trpc/server";
import type { AppRouter } from "@understudy/api/router";

type Told = inferRouterOutputs<AppRouter>["conversation"];

export type ConversationItem = Told["list"]["items"][number];
export type OperatedConversation = Told["get"];
export type Correction = Told["correct"];
