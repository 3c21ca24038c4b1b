import type {
  CallOptions,
  ChatEvent,
  ChatModel,
  ChatRequest,
  TokenUsage,
} from "@understudy/rag/chat/chat-model";
import { estimateTokens } from "@understudy/rag/write/estimate-tokens";
import type { Context } from "../kernel/context.ts";
import { admitCall, spendOf } from "./pay-for.ts";
import { settleSpend } from "./reserve-spend.ts";

const TOKENS_PER_MESSAGE = 8;

/** What acts for a twin, or for the tenant itself, with a model that asks the budgets before each call and books it after. */
export function withBudget(ctx: Context, twinId: string | null): Context {
  const { chat } = ctx.ports;
  if (!chat) return ctx;
  return { ...ctx, ports: { ...ctx.ports, chat: meterChat(ctx, twinId, chat) } };
}

/** Throws a ModelFailure where a budget has no room: the next best answers then, as when it fails. */
function meterChat(ctx: Context, twinId: string | null, chat: ChatModel): ChatModel {
  return {
    model: chat.model,
    price: chat.price,
    stream: (request, options) => streamMetered(ctx, { twinId, chat, request, options }),
  };
}

interface Metered {
  twinId: string | null;
  chat: ChatModel;
  request: ChatRequest;
  options: CallOptions;
}

async function* streamMetered(
  ctx: Context,
  { twinId, chat, request, options }: Metered,
): AsyncGenerator<ChatEvent> {
  const inputTokens = estimateInput(request);
  const most = spendOf({ inputTokens, outputTokens: request.maxOutputTokens }, chat.price);
  const called = { id: "chat", model: chat.model } as const;
  const { reservationId, payers, hide } = await admitCall(ctx, { twinId, most, called });
  const messages = request.messages.map((each) => ({ ...each, content: hide(each.content).text }));
  let said = "";
  let told: TokenUsage | null = null;
  let hasEnded = false;
  try {
    for await (const event of chat.stream({ ...request, messages }, options)) {
      if (event.type === "text") said += event.text;
      else [told, hasEnded] = [event.usage, true];
      yield event;
    }
  } finally {
    // A call that was refused took nothing; one that was left did, and no longer tells how much.
    const wasCharged = hasEnded || said !== "" || options.signal.aborted;
    const guessed = wasCharged ? { inputTokens, outputTokens: estimateTokens(said) } : NOTHING;
    const spent = spendOf(told ?? guessed, chat.price);
    await ctx.transaction((tx) => settleSpend(tx, { reservationId, payers, spend: spent }));
  }
}

const NOTHING: TokenUsage = { inputTokens: 0, outputTokens: 0 };

function estimateInput({ messages }: ChatRequest): number {
  return messages.reduce(
    (total, { content }) => total + estimateTokens(content) + TOKENS_PER_MESSAGE,
    0,
  );
}
