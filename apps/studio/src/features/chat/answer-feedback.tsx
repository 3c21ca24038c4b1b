import type { Feedback } from "@understudy/core/conversation/contract";
import { ThumbsDown, ThumbsUp } from "lucide-react";
import { type ReactNode, useState } from "react";
import { IconButton } from "#ui/icon-button.tsx";
import { FeedbackForm } from "./feedback-form.tsx";
import type { ThreadMessage } from "./thread.ts";
import { useFeedback } from "./use-feedback.ts";

/** A thumb for an answer; down asks why. Either can be changed later. */
export function AnswerFeedback({
  message,
  conversationId,
  children,
}: {
  message: ThreadMessage;
  conversationId: string;
  /** What else can be done with the answer. */
  children?: ReactNode;
}) {
  const { feedback } = message;
  const give = useFeedback(conversationId);
  const [isCommenting, setIsCommenting] = useState(false);
  const rate = (rating: Feedback["rating"]) => {
    if (feedback?.rating !== rating) give(message, { rating, comment: "" });
    setIsCommenting(rating === "down");
  };
  return (
    <div className="mt-1 -ml-1.5 grid justify-items-start gap-1">
      <div className="flex items-center">
        <Thumb rating="up" given={feedback} onRate={rate} />
        <Thumb rating="down" given={feedback} onRate={rate} />
        {children}
        {feedback?.comment && !isCommenting && (
          <span className="ml-2 line-clamp-1 text-sm text-muted">“{feedback.comment}”</span>
        )}
      </div>
      {isCommenting && (
        <FeedbackForm
          comment={feedback?.comment ?? ""}
          onSend={(comment) => {
            give(message, { rating: "down", comment });
            setIsCommenting(false);
          }}
          onClose={() => setIsCommenting(false)}
        />
      )}
    </div>
  );
}

function Thumb({
  rating,
  given,
  onRate,
}: {
  rating: Feedback["rating"];
  given: Feedback | null;
  onRate: (rating: Feedback["rating"]) => void;
}) {
  const isGiven = given?.rating === rating;
  const Icon = rating === "up" ? ThumbsUp : ThumbsDown;
  return (
    <IconButton
      label={rating === "up" ? "Good answer" : "Bad answer"}
      size="small-icon"
      aria-pressed={isGiven}
      className={isGiven ? "text-accent-text" : "text-faint"}
      onClick={() => onRate(rating)}
    >
      <Icon aria-hidden className={isGiven ? "fill-current" : undefined} />
    </IconButton>
  );
}
