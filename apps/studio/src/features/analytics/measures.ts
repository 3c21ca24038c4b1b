import type { Measure } from "#app/analytics-search.ts";
import type { Behind, Figures } from "./analytics.ts";

/** One line of a chart, or one part of its bars. */
export interface Series {
  name: string;
  count: (figures: Figures) => number;
  behind: Behind;
  /** One of the theme's; told apart in grey as well. */
  color: string;
}

export const MEASURE_NAMES: Record<Measure, string> = {
  answers: "Answers",
  conversations: "Conversations",
  visitors: "Visitors",
};

/** From the bottom of a bar up. */
export const SERIES: Record<Measure, readonly Series[]> = {
  answers: [
    {
      name: "Verified",
      count: ({ outcomes }) => outcomes.verified.count,
      behind: { outcome: "verified" },
      color: "var(--chart-verified)",
    },
    {
      name: "Answered from sources",
      count: ({ outcomes }) => outcomes.answered.count,
      behind: { outcome: "answered" },
      color: "var(--chart-answered)",
    },
    {
      name: "Unanswered",
      count: ({ outcomes }) => outcomes.unsupported.count,
      behind: { outcome: "unsupported" },
      color: "var(--chart-unsupported)",
    },
    {
      name: "Refused",
      count: ({ outcomes }) => outcomes.refused.count,
      behind: { outcome: "refused" },
      color: "var(--chart-refused)",
    },
  ],
  conversations: [
    {
      name: "Conversations",
      count: ({ conversations }) => conversations,
      behind: {},
      color: "var(--chart-answered)",
    },
  ],
  visitors: [
    {
      name: "Came again",
      count: ({ returningVisitors }) => returningVisitors.count,
      behind: { returning: true },
      color: "var(--chart-verified)",
    },
    {
      name: "New",
      count: ({ visitors, returningVisitors }) => visitors.count - returningVisitors.count,
      behind: { returning: false },
      color: "var(--chart-answered)",
    },
  ],
};

export function totalOf(measure: Measure, figures: Figures): number {
  return SERIES[measure].reduce((sum, { count }) => sum + count(figures), 0);
}
