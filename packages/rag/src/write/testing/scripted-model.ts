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
  const deadlines = { firstTokenMs: 800, betweenTokensMs: 800, totalMs: 5_000 };
  return {
    wire,
    model: openAiChat({ apiKey: "k", baseUrl: wire.baseUrl, model: "scripted", deadlines }),
    [Symbol.asyncDispose]: () => wire[Symbol.asyncDispose](),
  };
}
