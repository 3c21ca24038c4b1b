import { Link } from "@tanstack/react-router";
import type { Twin } from "@understudy/core/twin/contract";
import { Archive, CheckCheck, MessageCircleQuestion } from "lucide-react";
import { buttonLook } from "#ui/button.tsx";
import { EmptyState } from "#ui/empty-state.tsx";
import type { Question } from "./question.ts";

export function EmptyQuestions({ twin, status }: { twin: Twin; status: Question["status"] }) {
  if (status === "answered") {
    return (
      <EmptyState icon={<CheckCheck />} title="Nothing answered yet">
        What you answer stands here, with how often your answer was needed since.
      </EmptyState>
    );
  }
  if (status === "dismissed") {
    return (
      <EmptyState icon={<Archive />} title="Nothing set aside">
        What nobody needs to answer stands here with the reason, and comes back when you reopen it.
      </EmptyState>
    );
  }
  return (
    <EmptyState
      icon={<MessageCircleQuestion />}
      title="No open question"
      action={
        <Link
          to="/twins/$twinId/chat"
          params={{ twinId: twin.id }}
          className={buttonLook({ variant: "primary" })}
        >
          Ask {twin.name} something
        </Link>
      }
      example="Ten people who ask what a refund takes, each in other words, are one question here. You answer it once, and those who left their address hear back."
    >
      When somebody asks {twin.name} what nothing here answers, or answers badly, the question waits
      here for you, together with all that ask the same.
    </EmptyState>
  );
}
