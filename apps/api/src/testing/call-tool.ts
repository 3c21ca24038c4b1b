import type { TestSession } from "./test-session.ts";

/** What an MCP tool replies, all that came over the wire. */
export async function callTool(session: TestSession, name: string, given: object): Promise<string> {
  const reply = await session.send("/mcp", {
    method: "POST",
    headers: {
      "content-type": "application/json",
      accept: "application/json, text/event-stream",
      "mcp-protocol-version": "2025-06-18",
    },
    body: JSON.stringify({
      jsonrpc: "2.0",
      id: 1,
      method: "tools/call",
      params: { name, arguments: given },
    }),
  });
  const text = await reply.text();
  if (!reply.ok) throw new Error(`${name}: ${reply.status} ${text}`);
  return text;
}
