import { randomUUID } from "node:crypto";
import { createMcpHandler, McpServer } from "@modelcontextprotocol/server";
import { Hono } from "hono";
import type { HttpEnv } from "../http/http-env.ts";
import { JSON_BODY_BYTES } from "../http/limit-body.ts";
import type { RequestContext } from "../request-context.ts";
import { registerAskTwin } from "./ask-twin.ts";
import { heedCancelled } from "./heed-cancelled.ts";
import { registerListSources, registerListTwins } from "./list-knowledge.ts";
import { refuseForeignOrigin } from "./refuse-foreign-origin.ts";
import { registerSearchKnowledge } from "./search-knowledge.ts";
import { beginsSession, createToolCalls, SESSION_HEADER, type ToolCalls } from "./tool-calls.ts";

/**
 * The Model Context Protocol over streamable HTTP, revisions of 2025 and 2026. Each request stands for
 * itself, so any replica answers it; a session is only a name. Whoever asks says so with a secret key.
 */
export function mcpRoutes(knownOrigins: readonly string[]) {
  const routes = new Hono<HttpEnv>();
  routes.use("/mcp", refuseForeignOrigin(knownOrigins));
  routes.use("/mcp", async (c, next) => {
    await next();
    if (c.res.status === 401) c.res.headers.set("www-authenticate", "Bearer");
  });
  routes.all("/mcp", async (c) => {
    const request = c.get("request");
    await request.actor();
    const calls = createToolCalls(c.req.header(SESSION_HEADER));
    const begins = await beginsSession(c.req.raw);
    const handler = createMcpHandler(() => makeServer(request, calls), {
      maxRequestBodySize: JSON_BODY_BYTES,
      onerror: (error) => request.log.warn({ err: error }, "an MCP request was not served"),
    });
    const reply = await handler.fetch(c.req.raw);
    if (begins && reply.ok) reply.headers.set(SESSION_HEADER, randomUUID());
    return reply;
  });
  return routes;
}

function makeServer(request: RequestContext, calls: ToolCalls): McpServer {
  const server = new McpServer(
    { name: "understudy", title: "Understudy", version: "1.0.0" },
    {
      capabilities: { tools: { listChanged: false } },
      instructions:
        "Twins are assistants that answer only from what an expert taught them. Ask a twin, or search what it was taught; quote its citations.",
    },
  );
  registerAskTwin(server, request, calls);
  registerSearchKnowledge(server, request);
  registerListTwins(server, request);
  registerListSources(server, request);
  heedCancelled(server, request, calls);
  return server;
}
