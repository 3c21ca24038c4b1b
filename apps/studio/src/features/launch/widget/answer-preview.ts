import type { Twin } from "@understudy/core/twin/contract";
import type { ApiClient } from "#lib/trpc.ts";
import type { Theme } from "../theme.ts";

/** What the chat in the preview's frame would send to the server. */
export interface PreviewCall {
  path: string;
  body: string | null;
  headers: Record<string, string>;
}

export interface PreviewVisit {
  api: ApiClient;
  twin: Twin;
  theme: Theme;
  lead: { ask: string; consentText: string };
  /** The conversation with the draft in which the preview talks; empty until something is asked. */
  conversation: { id: string };
}

/** What visitors call, as who is signed in may; in the preview's own conversation and in no other. */
const CALLS: Record<string, string> = {
  "/trpc/visitor.stop": "/trpc/chat.stop",
  "/trpc/visitor.resume": "/trpc/chat.resume",
  "/trpc/visitor.feedback": "/trpc/chat.feedback",
  "/api/messages": "/api/messages",
};

/** Answers for the server: from the draft, and without giving the frame any credential. */
export async function answerPreview(visit: PreviewVisit, call: PreviewCall): Promise<Response> {
  const [name = ""] = call.path.split("?");
  if (name === "/trpc/visitor.start") return result(startPreview(visit, call));
  if (name === "/api/messages") await beginConversation(visit);
  const { id: conversationId } = visit.conversation;
  if (name === "/trpc/visitor.history") {
    return result(await visit.api.conversation.get.query({ conversationId }));
  }
  if (name === "/trpc/visitor.identify") {
    return result({ name: null, email: null, isVerified: false });
  }
  const path = CALLS[name];
  if (!path) return Response.json({ error: { reason: "preview.not_offered" } }, { status: 403 });
  const key = call.headers["idempotency-key"];
  const body = JSON.parse(call.body ?? "{}");
  return fetch(path, {
    method: "POST",
    headers: { "content-type": "application/json", ...(key && { "idempotency-key": key }) },
    body: JSON.stringify({ ...body, ...("conversationId" in body && { conversationId }) }),
  });
}

function startPreview({ twin, theme, lead, conversation }: PreviewVisit, { body }: PreviewCall) {
  if (JSON.parse(body ?? "{}").fresh) conversation.id = "";
  return {
    twin,
    theme,
    lead,
    isContinued: conversation.id !== "",
    conversationId: conversation.id,
    token: "preview",
    resumeToken: "",
  };
}

/** Looking at the widget leaves nothing behind. */
async function beginConversation({ api, twin, conversation }: PreviewVisit): Promise<void> {
  conversation.id ||= (await api.chat.start.mutate({ twinId: twin.id })).id;
}

function result(data: unknown): Response {
  return Response.json({ result: { data } });
}
