import { Link, type LinkComponentProps } from "@tanstack/react-router";
import type { ReactNode } from "react";
import type { Need } from "./need-words.ts";

type Where = Pick<LinkComponentProps, "to" | "search">;

/** Where each need is met. */
const WHERE: Record<Need["kind"], (id: string) => Where> = {
  untaught: () => ({ to: "/twins/$twinId/sources" }),
  budget_spent: () => ({ to: "/settings/providers" }),
  budget_nearly_spent: () => ({ to: "/settings/providers" }),
  worse_answers: () => ({ to: "/twins/$twinId/runs/$runId", search: { show: "changed" } }),
  failed_source: () => ({ to: "/twins/$twinId/sources", search: { status: "failed" } }),
  blocked_release: () => ({ to: "/twins/$twinId/releases" }),
  not_helpful: () => ({
    to: "/twins/$twinId/conversations",
    search: { feedback: "down", reviewed: false },
  }),
  open_question: () => ({ to: "/twins/$twinId/questions" }),
  contradiction: () => ({ to: "/twins/$twinId/health", search: { show: "contradictions" } }),
  shaken_answer: (answer) => ({ to: "/twins/$twinId/verified", search: { answer } }),
  unfit_correction: (source) => ({
    to: "/twins/$twinId/sources",
    search: { source, tab: "corrections" },
  }),
  unpublished: () => ({ to: "/twins/$twinId/releases" }),
  stale_content: () => ({ to: "/twins/$twinId/health", search: { show: "stale" } }),
  review_due: () => ({ to: "/twins/$twinId/verified", search: { due: true } }),
  faceless: () => ({ to: "/twins/$twinId/character" }),
};

export function NeedLink({
  twinId,
  need: { kind, subjectId },
  children,
}: {
  twinId: string;
  need: Need;
  children: ReactNode;
}) {
  const { to, search = {} } = WHERE[kind](subjectId ?? "");
  return (
    <Link
      to={to}
      params={{ twinId, runId: subjectId ?? "" } as never}
      search={search as never}
      className="min-w-0 hover:underline"
    >
      {children}
    </Link>
  );
}
