import type { Twin } from "@understudy/core/twin/contract";
import { ThumbsDown, ThumbsUp } from "lucide-react";
import { Answer } from "#features/chat/answer.tsx";
import { AnswerLinks } from "#features/explorer/answer-links.tsx";
import { formatMoment } from "#lib/format-time.ts";
import { CorrectAnswer } from "./correct-answer.tsx";
import type { OperatedConversation } from "./operated.ts";

type Said = OperatedConversation["messages"][number];

/** What was asked and answered, each answer with what it rests on, what was thought of it, and its correction. */
export function OperatedThread({
  twin,
  conversation,
}: {
  twin: Twin;
  conversation: OperatedConversation;
}) {
  const { messages, corrections } = conversation;
  return (
    <ol className="grid gap-6">
      {messages.map((message, at) =>
        message.role === "user" ? (
          <li key={message.id} className="ml-auto max-w-[85%] min-w-0">
            <span className="sr-only">Asked: </span>
            <p className="rounded-xl rounded-br-sm bg-selected px-3 py-2 break-words whitespace-pre-wrap">
              {message.text}
            </p>
            <time
              className="block pt-0.5 text-right text-xs text-faint"
              dateTime={message.createdAt}
            >
              {formatMoment(message.createdAt)}
            </time>
          </li>
        ) : (
          <li key={message.id} className="grid min-w-0 gap-2">
            <span className="sr-only">{twin.name} answered: </span>
            <Answer message={message} twinId={twin.id} />
            <Opinion message={message} />
            <div className="flex flex-wrap items-center gap-1">
              <AnswerLinks
                twinId={twin.id}
                messageId={message.id}
                asked={messages
                  .slice(0, at)
                  .flatMap(({ role, text }) => (role === "user" ? [text] : []))}
                isVerified
              />
            </div>
            <CorrectAnswer
              message={message}
              correction={corrections.find(({ messageId }) => messageId === message.id) ?? null}
              canBeTold={conversation.canBeTold}
            />
          </li>
        ),
      )}
    </ol>
  );
}

function Opinion({ message: { feedback } }: { message: Said }) {
  if (!feedback) return null;
  const isUp = feedback.rating === "up";
  return (
    <p className="flex items-start gap-1.5 text-sm [&_svg]:mt-0.5 [&_svg]:size-4">
      {isUp ? (
        <ThumbsUp aria-hidden className="text-muted" />
      ) : (
        <ThumbsDown aria-hidden className="text-bad" />
      )}
      <span className="min-w-0 break-words">
        {isUp ? "Found helpful" : "Found not helpful"}
        {feedback.comment && <>: “{feedback.comment}”</>}
      </span>
    </p>
  );
}
