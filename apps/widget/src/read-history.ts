import type { Server, VisitorOutput } from "./call.ts";
import type { Kit } from "./kit.ts";

/** What was said before this page was loaded. */
export async function readHistory({ send }: Kit, server: Server, conversationId: string) {
  const input = encodeURIComponent(JSON.stringify({ conversationId }));
  const reply = await send(server, `/trpc/visitor.history?input=${input}`);
  const { result } = (await reply.json()) as { result: { data: VisitorOutput<"history"> } };
  return result.data.messages;
}
