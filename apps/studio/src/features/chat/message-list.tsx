import { plainWords } from "@understudy/answer-text/markdown/plain-words";
import type { Twin } from "@understudy/core/twin/contract";
import { RotateCw } from "lucide-react";
import { AnswerLinks } from "#features/explorer/answer-links.tsx";
import { TwinMark } from "#features/twins/twin-mark.tsx";
import { countOf } from "#lib/format-count.ts";
import { Button } from "#ui/button.tsx";
import { Answer, HELD_UP } from "./answer.tsx";
import { AnswerFeedback } from "./answer-feedback.tsx";
import { isUnderWay, type ThreadMessage } from "./thread.ts";

export function MessageList({
  twin,
  conversationId,
  messages,
  onAskAgain,
}: {
  twin: Twin;
  conversationId: string;
  messages: readonly ThreadMessage[];
  onAskAgain: ((question: string, insteadOf?: string) => void) | undefined;
}) {
  return (
    <>
      <ol className="grid gap-6">
        {messages.map((message, at) =>
          message.role === "user" ? (
            <li key={message.id} className="ml-auto max-w-[85%] min-w-0">
              <span className="sr-only">You asked: </span>
              <p className="rounded-xl rounded-br-sm bg-selected px-3 py-2 break-words whitespace-pre-wrap">
                {message.text}
              </p>
            </li>
          ) : (
            <li key={message.id} className="grid min-w-0 grid-cols-[1.25rem_minmax(0,1fr)] gap-x-3">
              <span className="pt-0.5">
                <TwinMark twin={twin} />
              </span>
              <div>
                <span className="sr-only">{twin.name} answered: </span>
                <Answer message={message} twinId={twin.id} />
                {onAskAgain && (message.status === "failed" || isStoppedLast(messages, at)) && (
                  <Button
                    size="small"
                    className="mt-2"
                    onClick={() => onAskAgain(messages[at - 1]?.text ?? "", failedId(message))}
                  >
                    <RotateCw aria-hidden />
                    Ask again
                  </Button>
                )}
                {message.status === "complete" && (
                  <AnswerFeedback message={message} conversationId={conversationId}>
                    <AnswerLinks
                      twinId={twin.id}
                      messageId={message.id}
                      asked={questionsOf(messages.slice(0, at))}
                      isVerified={message.verified}
                    />
                  </AnswerFeedback>
                )}
              </div>
            </li>
          ),
        )}
      </ol>
      <p role="status" className="sr-only">
        {announce(twin.name, messages.at(-1))}
      </p>
    </>
  );
}

/** What comes after one that was stopped has taken its place. */
function isStoppedLast(messages: readonly ThreadMessage[], at: number): boolean {
  return at === messages.length - 1 && messages[at]?.status === "stopped";
}

/** What was said before a stop stays, as the server keeps it. */
function failedId({ id, status }: ThreadMessage): string | undefined {
  return status === "failed" ? id : undefined;
}

function questionsOf(messages: readonly ThreadMessage[]): string[] {
  return messages.filter(({ role }) => role === "user").map(({ text }) => text);
}

/** Read aloud once per answer, not word by word. */
function announce(name: string, last: ThreadMessage | undefined): string {
  if (!last || last.role === "user") return "";
  if (isUnderWay(last)) return last.isHeldUp ? HELD_UP : `${name} is answering.`;
  if (last.status !== "complete") return "";
  return `${name} answered with ${countOf(last.citations.length, "citation")}: ${plainWords(last.text)}`;
}
