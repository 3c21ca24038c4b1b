import type { ReactNode } from "react";

export interface Consequences {
  goes: string;
  stays: string;
}

/** Said before it is done: what is taken out, and what stays on purpose. */
export const CONSEQUENCES = {
  visitor: {
    goes: "Their name and address, every conversation with its answers, feedback, notes and figures, what webhooks were told of them, and export files they may stand in.",
    stays:
      "The log of who did what, by ids. Verified answers and tests that you wrote after their questions: those are your words.",
  },
  twin: {
    goes: "Its character, sources with their files and vectors, verified answers, tests, releases, links and widgets, and every visitor and conversation.",
    stays: "The log of who did what, by ids, and what its models cost, as figures.",
  },
  tenant: {
    goes: "Every twin with all that it owns, members, invitations, API keys, webhooks, files, vectors, jobs and settings; and the accounts of people who belong to no other workspace.",
    stays:
      "Your own account, with this erasure's receipt, in another workspace of yours or in a new, empty one. The log of who did what, by ids, which the operator can still prove.",
  },
} as const satisfies Record<string, Consequences>;

export function WhatGoes({ goes, stays }: Consequences) {
  return (
    <dl className="grid gap-3 rounded-lg border border-line p-3 text-sm">
      <Part name="What goes, for good">{goes}</Part>
      <Part name="What stays">{stays}</Part>
    </dl>
  );
}

function Part({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div className="grid gap-0.5">
      <dt className="font-medium">{name}</dt>
      <dd className="text-pretty text-muted">{children}</dd>
    </div>
  );
}
