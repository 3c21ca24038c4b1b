import type { McpServer } from "@modelcontextprotocol/server";
import { stopCalled } from "@understudy/core/conversation/stop-called";
import type { RequestContext } from "../request-context.ts";
import type { ToolCalls } from "./tool-calls.ts";

/** A call that is taken back costs no more; this comes as a request of its own, perhaps to another process. */
export function heedCancelled(
  { server }: McpServer,
  request: RequestContext,
  calls: ToolCalls,
): void {
  server.setNotificationHandler("notifications/cancelled", async ({ params: { requestId } }) => {
    const keyPrefix = requestId === undefined ? null : calls.prefixOf(requestId);
    if (keyPrefix === null) return;
    try {
      await stopCalled(request.contextOf(await request.actor()), keyPrefix);
    } catch (error) {
      request.log.warn({ err: error }, "a call that was taken back could not be stopped");
    }
  });
}
