import { z } from "zod";
import {
  AnswerEvent,
  ConversationRef,
  GiveFeedbackInput,
  Message,
} from "../conversation/contract.ts";
import { readThread } from "../conversation/conversations.ts";
import { giveFeedback } from "../conversation/give-feedback.ts";
import { resumeAnswer, stopAnswer } from "../conversation/steer-answer.ts";
import { VisitorHistory } from "./contract.ts";
import { eventsForVisitor, messageForVisitor } from "./show-to-visitor.ts";
import { visitorCase } from "./visitor-case.ts";

/** What was said in one of the visitor's own conversations. */
export const getHistory = visitorCase({
  input: ConversationRef,
  output: VisitorHistory,
  run: async (ctx, input, { citationsShown }) => {
    const { id, createdAt, messages } = await ctx.transaction((tx) =>
      readThread(ctx, tx, input.conversationId),
    );
    const shown = messages.map((message) => messageForVisitor(message, citationsShown));
    return { id, createdAt, messages: shown };
  },
});

export const stopVisitorAnswer = visitorCase({
  input: stopAnswer.input,
  output: Message,
  run: async (ctx, input, { citationsShown }) =>
    messageForVisitor(await stopAnswer.run(ctx, input), citationsShown),
});

export const resumeVisitorAnswer = visitorCase({
  input: resumeAnswer.input,
  output: z.object({ events: z.array(AnswerEvent), ended: z.boolean() }),
  run: async (ctx, input, { citationsShown }) => {
    const { events, ended } = await resumeAnswer.run(ctx, input);
    return { events: events.flatMap((event) => eventsForVisitor(event, citationsShown)), ended };
  },
});

export const giveVisitorFeedback = visitorCase({
  input: GiveFeedbackInput,
  output: Message,
  run: async (ctx, input, { citationsShown }) =>
    messageForVisitor(await giveFeedback.run(ctx, input), citationsShown),
});
