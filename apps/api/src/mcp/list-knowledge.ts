import type { McpServer } from "@modelcontextprotocol/server";
import { Id } from "@understudy/core/kernel/ids";
import { execute } from "@understudy/core/kernel/use-case";
import { listSourcesWithin } from "@understudy/core/source/sources";
import { getTwinByHandle } from "@understudy/core/twin/get-twin-by-handle";
import { listTwins } from "@understudy/core/twin/twins";
import { z } from "zod";
import type { RequestContext } from "../request-context.ts";
import { tell } from "./tool.ts";

const PAGE = 50;
const Cursor = z.string().max(1_000).optional().describe("nextCursor of the page before.");
const readOnly = { readOnlyHint: true, openWorldHint: false };

const Twins = z.object({
  twins: z.array(z.object({ id: Id, handle: z.string(), name: z.string(), headline: z.string() })),
  nextCursor: z.string().nullable(),
});

const Sources = z.object({
  sources: z.array(z.object({ id: Id, title: z.string(), kind: z.string(), status: z.string() })),
  nextCursor: z.string().nullable(),
});

export function registerListTwins(server: McpServer, request: RequestContext): void {
  const about = {
    title: "List twins",
    description: "The experts' twins that can be asked.",
    inputSchema: z.object({ cursor: Cursor }),
    outputSchema: Twins,
    annotations: readOnly,
  };
  server.registerTool("list_twins", about, ({ cursor }) =>
    tell(request, async () => {
      const ctx = request.contextOf(await request.actor());
      const { items, nextCursor } = await execute(ctx, listTwins, { limit: PAGE, cursor });
      const structured = Twins.parse({ twins: items, nextCursor });
      const lines = structured.twins.map(({ handle, name, headline }) =>
        [`${handle}: ${name}`, headline].filter(Boolean).join(", "),
      );
      return { text: lines.join("\n") || "There are no twins.", structured };
    }),
  );
}

export function registerListSources(server: McpServer, request: RequestContext): void {
  const about = {
    title: "List a twin's sources",
    description: "What an expert has taught a twin, newest first.",
    inputSchema: z.object({
      twin: z.string().describe("The twin's handle, as list_twins gives it."),
      cursor: Cursor,
    }),
    outputSchema: Sources,
    annotations: readOnly,
  };
  server.registerTool("list_sources", about, ({ twin: handle, cursor }) =>
    tell(request, async () => {
      const ctx = request.contextOf(await request.actor());
      const { id: twinId } = await execute(ctx, getTwinByHandle, { handle });
      const { items, nextCursor } = await execute(ctx, listSourcesWithin, {
        twinId,
        limit: PAGE,
        cursor,
      });
      const structured = Sources.parse({ sources: items, nextCursor });
      const lines = structured.sources.map(
        ({ title, kind, status }) => `${title} (${kind}, ${status})`,
      );
      return { text: lines.join("\n") || "It has been taught nothing yet.", structured };
    }),
  );
}
