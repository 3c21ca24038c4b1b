import type { Outputs } from "#lib/trpc.ts";

export type MessageTrace = Outputs["conversation"]["trace"];
export type Cause = MessageTrace["cause"];
export type Looked = Omit<MessageTrace["passages"][number], "isCited">;
