import type { ChatModel } from "../../chat/chat-model.ts";
import { openAiChat } from "../../chat/openai-chat.ts";
import {
  startWireDouble,
  type WireDouble,
  type WireReply,
} from "../../chat/testing/wire-double.ts";

/** The real client before a server that replies as the test says. */
export async function scriptModel(
  ...replies: WireReply[]
): Promise<AsyncDisposable & { model: ChatModel; wire: WireDouble }> {
  const wire = await startWireDouble(...replies);
  const deadlines = { firstTokenMs: 300, betweenTokensMs: 200, totalMs: 2_000 };
  return {
    wire,
    model: openAiChat({ apiKey: "k", baseUrl: wire.baseUrl, model: "scripted", deadlines }),
    [Symbol.asyncDispose]: () => wire[Symbol.asyncDispose](),
  };
}
