import type { McpServer } from "@modelcontextprotocol/server";
import { Id } from "@understudy/core/kernel/ids";
import { execute } from "@understudy/core/kernel/use-case";
import { searchKnowledge } from "@understudy/core/knowledge/search-knowledge";
import { getTwinByHandle } from "@understudy/core/twin/get-twin-by-handle";
import { z } from "zod";
import type { RequestContext } from "../request-context.ts";
import { tell } from "./tool.ts";
import { ToolLocator } from "./tool-locator.ts";

const MOST_PASSAGES = 20;

const Input = z.object({
  twin: z.string().describe("The twin's handle, as list_twins gives it."),
  query: z.string().trim().min(1).max(2_000),
  limit: z.int().min(1).max(MOST_PASSAGES).default(5),
});

const Output = z.object({
  passages: z.array(
    z.object({
      chunkId: Id,
      sourceId: Id,
      sourceTitle: z.string(),
      text: z.string(),
      locator: ToolLocator,
      score: z.number(),
    }),
  ),
});

/** The passages that would answer a question, word for word, best first. */
export function registerSearchKnowledge(server: McpServer, request: RequestContext): void {
  const about = {
    title: "Search a twin's knowledge",
    description: "Finds the passages of an expert's sources that speak of something, best first.",
    inputSchema: Input,
    outputSchema: Output,
    annotations: { readOnlyHint: true, openWorldHint: false },
  };
  server.registerTool("search_knowledge", about, ({ twin: handle, query, limit }) =>
    tell(request, async () => {
      const ctx = request.contextOf(await request.actor());
      const { id: twinId } = await execute(ctx, getTwinByHandle, { handle });
      const found = await execute(ctx, searchKnowledge, { twinId, query, limit });
      const { passages } = Output.parse(found);
      const text = passages.map((each) => `# ${each.sourceTitle}\n${each.text}`).join("\n\n");
      return { text: text || "No passage speaks of this.", structured: { passages } };
    }),
  );
}
