import { randomUUID } from "node:crypto";
import { isInitializeRequest, readRequestBody } from "@modelcontextprotocol/server";
import { JSON_BODY_BYTES } from "../http/limit-body.ts";

export const SESSION_HEADER = "mcp-session-id";
const SESSION = /^[\x21-\x7E]{1,128}$/;

/**
 * A session is a name and nothing more: two clients of one key number their calls alike, and by it a
 * call that is taken back is told from another's. No process remembers it.
 */
export interface ToolCalls {
  /** How the key begins that a call's question is asked under; null where its client names no session. */
  prefixOf(callId: string | number): string | null;
  /** The same, and unlike that of any other call, though a client counts its calls from one again. */
  keyOf(callId: string | number): string | undefined;
}

export function createToolCalls(session: string | undefined): ToolCalls {
  const prefixOf = (callId: string | number) =>
    session && SESSION.test(session) ? `mcp ${session} ${JSON.stringify(callId)} ` : null;
  return {
    prefixOf,
    keyOf(callId) {
      const prefix = prefixOf(callId);
      return prefix === null ? undefined : prefix + randomUUID();
    },
  };
}

/** Whether a client begins with this request; what is sent is left to be read again. */
export async function beginsSession(request: Request): Promise<boolean> {
  if (request.method !== "POST") return false;
  const sent = await readRequestBody(request.clone(), JSON_BODY_BYTES);
  if (sent.tooLarge) return false;
  try {
    return isInitializeRequest(JSON.parse(sent.text));
  } catch (error) {
    if (error instanceof SyntaxError) return false;
    throw error;
  }
}
