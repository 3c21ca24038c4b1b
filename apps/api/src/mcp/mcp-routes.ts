import { createMcpHandler, McpServer } from "@modelcontextprotocol/server";
import { Hono } from "hono";
import type { HttpEnv } from "../http/http-env.ts";
import { JSON_BODY_BYTES } from "../http/limit-body.ts";
import type { RequestContext } from "../request-context.ts";
import { registerAskTwin } from "./ask-twin.ts";
import { registerListSources, registerListTwins } from "./list-knowledge.ts";
import { registerSearchKnowledge } from "./search-knowledge.ts";

/**
 * The Model Context Protocol over streamable HTTP, revisions of 2025 and 2026, without sessions: each
 * request stands for itself, so any replica answers it. Whoever asks says so with a secret key.
 */
export function mcpRoutes() {
  const routes = new Hono<HttpEnv>();
  routes.use("/mcp", async (c, next) => {
    await next();
    if (c.res.status === 401) c.res.headers.set("www-authenticate", "Bearer");
  });
  routes.all("/mcp", async (c) => {
    const request = c.get("request");
    await request.actor();
    const log = c.get("log");
    const handler = createMcpHandler(() => makeServer(request), {
      maxRequestBodySize: JSON_BODY_BYTES,
      onerror: (error) => log.warn({ err: error }, "an MCP request was not served"),
    });
    return handler.fetch(c.req.raw);
  });
  return routes;
}

function makeServer(request: RequestContext): McpServer {
  const server = new McpServer(
    { name: "understudy", title: "Understudy", version: "1.0.0" },
    {
      capabilities: { tools: { listChanged: false } },
      instructions:
        "Twins are assistants that answer only from what an expert taught them. Ask a twin, or search what it was taught; quote its citations.",
    },
  );
  registerAskTwin(server, request);
  registerSearchKnowledge(server, request);
  registerListTwins(server, request);
  registerListSources(server, request);
  return server;
}
