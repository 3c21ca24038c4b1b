import type { McpServer } from "@modelcontextprotocol/server";
import {
  Citation,
  MAX_MESSAGE_CHARACTERS,
  type Message,
} from "@understudy/core/conversation/contract";
import { startToolChat } from "@understudy/core/conversation/conversations";
import { DomainError } from "@understudy/core/kernel/domain-error";
import { Id } from "@understudy/core/kernel/ids";
import { execute } from "@understudy/core/kernel/use-case";
import { getTwinByHandle } from "@understudy/core/twin/get-twin-by-handle";
import { z } from "zod";
import { askJudged } from "../ask-judged.ts";
import { lastMessage } from "../last-message.ts";
import type { RequestContext } from "../request-context.ts";
import { tell } from "./tool.ts";
import type { ToolCalls } from "./tool-calls.ts";
import { ToolLocator } from "./tool-locator.ts";

const Input = z.object({
  twin: z.string().describe("The twin's handle, as list_twins gives it."),
  question: z.string().trim().min(1).max(MAX_MESSAGE_CHARACTERS),
  conversationId: Id.optional().describe("Of an earlier answer, to go on from it."),
});

const Output = z.object({
  answer: z.string(),
  answered: z.boolean().describe("False: its sources do not say; the answer is a refusal."),
  verified: z.boolean().describe("True: these are the expert's own words."),
  citations: z.array(Citation.extend({ locator: ToolLocator })),
  conversationId: Id,
  messageId: Id,
});

/** An answer with its sources numbered in the text's order. */
export function registerAskTwin(
  server: McpServer,
  request: RequestContext,
  calls: ToolCalls,
): void {
  const about = {
    title: "Ask a twin",
    description:
      "Asks an expert's twin. It answers only from what the expert taught it, and cites the passages.",
    inputSchema: Input,
    outputSchema: Output,
    annotations: { readOnlyHint: false, destructiveHint: false, openWorldHint: false },
  };
  server.registerTool("ask_twin", about, (asked, { mcpReq }) =>
    tell(request, async () => {
      const { twin: handle, question, conversationId: earlier } = asked;
      request.admitQuestion();
      const ctx = request.contextOf(await request.actor());
      const twin = await execute(ctx, getTwinByHandle, { handle });
      const conversationId = earlier ?? (await execute(ctx, startToolChat, { twinId: twin.id })).id;
      const message = await lastMessage(
        await askJudged(request, {
          twinId: twin.id,
          conversationId,
          message: question,
          idempotencyKey: calls.keyOf(mcpReq.id),
        }),
      );
      if (message.status === "stopped") throw takenBack();
      const { id: messageId, text: answer, verified, citations } = message;
      const answered = message.answered ?? false;
      const structured = { answer, answered, verified, citations, conversationId, messageId };
      return { text: withSources(message), structured };
    }),
  );
}

function takenBack(): DomainError {
  return new DomainError("conflict", "answer.stopped", "The answer was stopped.");
}

function withSources({ text, citations }: Message): string {
  const sources = citations.map(({ quote, sourceTitle, sourceUrl }, index) => {
    const place = [sourceTitle, sourceUrl].filter(Boolean).join(", ");
    return `[${index + 1}] “${quote}” (${place})`;
  });
  return [text, ...sources].join("\n\n");
}
