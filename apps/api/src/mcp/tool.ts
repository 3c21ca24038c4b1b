import type { CallToolResult } from "@modelcontextprotocol/server";
import { DomainError } from "@understudy/core/kernel/domain-error";
import type { RequestContext } from "../request-context.ts";

/** What a program reads beside the words that its model reads. */
type Structured = Record<string, unknown>;

export interface Told {
  text: string;
  structured: Structured;
}

/** Runs a tool; a refusal is a result that the model can act on, with its reason. */
export async function tell(
  request: RequestContext,
  run: () => Promise<Told>,
): Promise<CallToolResult> {
  try {
    const { text, structured } = await run();
    return { content: [{ type: "text", text }], structuredContent: structured };
  } catch (thrown) {
    const error = request.refusalOf(thrown);
    if (!(error instanceof DomainError)) throw error;
    const text = `${error.message} (${error.reason}, ${request.correlationId})`;
    return { content: [{ type: "text", text }], isError: true };
  }
}
