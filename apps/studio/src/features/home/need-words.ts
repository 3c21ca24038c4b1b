import { countOf, formatCount } from "#lib/format-count.ts";
import type { Outputs } from "#lib/trpc.ts";

export type Need = Outputs["home"]["get"]["needs"][number];

interface Told {
  tone: "bad" | "warn" | "muted";
  what: string;
  /** What to do, or the first of them. */
  next: string;
}

const quoted = ({ example }: Need) => (example ? `“${example}”` : "");

const WORDS: Record<Need["kind"], (need: Need, twinName: string) => Told> = {
  untaught: (_, name) => ({
    ...{ tone: "muted", what: "Add a first source" },
    next: `Without one, ${name} has nothing to say.`,
  }),
  budget_spent: () => ({
    ...{ tone: "bad", what: "A budget has ended" },
    next: "Until the month ends there are verified answers and quotations only.",
  }),
  budget_nearly_spent: ({ count }) => ({
    ...{ tone: "warn", what: `${count} % of a budget is spent` },
    next: "Raise it, or let it end with the month.",
  }),
  worse_answers: ({ count }, name) => ({
    ...{ tone: "bad", what: `${countOf(count, "answer")} got worse` },
    next: `for visitors when what ${name} knows changed.`,
  }),
  failed_source: (need) => ({
    ...{ tone: "bad", what: `${countOf(need.count, "source")} could not be read` },
    next: need.example ?? "",
  }),
  blocked_release: (need) => ({
    tone: "warn",
    what: `${countOf(need.count, "quality test keeps", "quality tests keep")} the draft from being published`,
    next: quoted(need),
  }),
  not_helpful: ({ count }) => ({
    tone: "warn",
    what: `${count === 100 ? "100 or more conversations" : countOf(count, "conversation")} with an answer found not helpful`,
    next: "Read what was said, and correct it in place.",
  }),
  open_question: (need) => ({
    ...{
      tone: "warn",
      what: `${countOf(need.count, "question waits", "questions wait")} for your answer`,
    },
    next: quoted(need),
  }),
  contradiction: ({ count }) => ({
    ...{ tone: "warn", what: `${countOf(count, "contradiction")} in what was taught` },
    next: "Say which side is right.",
  }),
  shaken_answer: (need) => ({
    tone: "warn",
    what: `${countOf(need.count, "verified answer rests", "verified answers rest")} on what has changed`,
    next: quoted(need),
  }),
  unfit_correction: (need) => ({
    ...{
      tone: "warn",
      what: `${countOf(need.count, "correction fits", "corrections fit")} no longer`,
    },
    next: `${need.example ?? "A source"} has changed since.`,
  }),
  unpublished: (_, name) => ({
    ...{ tone: "muted", what: `Publish ${name}` },
    next: "Until then visitors get nothing.",
  }),
  stale_content: ({ count }) => ({
    ...{
      tone: "muted",
      what: `${formatCount(count)} out-of-date ${count === 1 ? "passage" : "passages"}`,
    },
    next: "What was to be by now may have come.",
  }),
  review_due: (need) => ({
    ...{
      tone: "muted",
      what: `${countOf(need.count, "verified answer is", "verified answers are")} due for a look`,
    },
    next: quoted(need),
  }),
  faceless: (_, name) => ({
    ...{ tone: "muted", what: `Give ${name} a face` },
    next: "A headline and a first message greet those who come.",
  }),
};

export function needWords(need: Need, twinName: string): Told {
  return WORDS[need.kind](need, twinName);
}
