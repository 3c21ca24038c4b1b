import { MAX_MESSAGE_CHARACTERS } from "@understudy/core/conversation/contract";
import { z } from "zod";

const MAX_TURNS = 10_000;

const TextPart = z.object({ type: z.literal("text"), text: z.string() });
const Content = z.union([z.string(), z.array(TextPart).min(1)], {
  error: "Only text can be sent.",
});

const UserTurn = z.object({ role: z.literal("user"), content: Content });
export type UserTurn = z.output<typeof UserTurn>;

/** Contents of other roles are taken as they come and used for nothing. */
const Turn = z.discriminatedUnion("role", [
  UserTurn,
  z.object({ role: z.enum(["system", "developer", "assistant", "tool", "function"]) }),
]);

const Words = z.object({
  type: z.literal("text", "A twin answers in words: only `text` is given."),
});
const NoTool = z.enum(["auto", "none"], "A twin calls no tools: `auto` and `none` are taken.");

/**
 * OpenAI's request, as far as it means something to a twin. What would steer a model is passed over;
 * what a program would rely on, and not get, is refused.
 */
export const CompletionRequest = z.object({
  model: z.string().min(1).max(200),
  messages: z.array(Turn).min(1).max(MAX_TURNS),
  stream: z.boolean().nullish(),
  stream_options: z.object({ include_usage: z.boolean().nullish() }).nullish(),
  n: z.literal(1, "One answer is given.").nullish(),
  response_format: Words.nullish(),
  tool_choice: NoTool.nullish(),
  modalities: z.array(z.literal("text", "A twin answers in words.")).nullish(),
});
export type CompletionRequest = z.output<typeof CompletionRequest>;

export const Question = z
  .string()
  .trim()
  .min(1, "Ask something.")
  .max(MAX_MESSAGE_CHARACTERS, `A question may have up to ${MAX_MESSAGE_CHARACTERS} characters.`);
