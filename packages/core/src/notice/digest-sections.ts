import type { TwinWeek } from "@understudy/db/queries/digest";
import type { Section } from "./gather-news.ts";

const MOST_TWINS = 10;

/** A week in which nothing happened, nothing is wanted and nothing got better is not worth a mail. */
export function hasNews({
  twinId: _,
  name: __,
  questionsBefore,
  answeredBefore,
  ...week
}: TwinWeek) {
  return Object.values(week).some((count) => count > 0);
}

/** Of each twin: what happened, what needs its owner, and what got better. */
export function digestSections(weeks: readonly TwinWeek[], appUrl: string): Section[] {
  return weeks.slice(0, MOST_TWINS).map((week) => ({
    head: week.name,
    url: `${appUrl}/twins/${week.twinId}`,
    lines: [
      ...happened(week),
      ...listed("Needs you", needs(week)),
      ...listed("Got better", improved(week)),
    ],
  }));
}

function happened(week: TwinWeek): string[] {
  const { questions, questionsBefore, conversations, visitors, answered, unanswered } = week;
  if (questions === 0) return ["Nobody asked anything this week."];
  const asked = `${count(questions, "question")} in ${count(conversations, "conversation")}`;
  const by = visitors > 0 ? ` by ${count(visitors, "visitor")}` : "";
  const ended = answered + unanswered;
  const share = ended > 0 ? [`${percent(answered, ended)} answered${since(week)}`] : [];
  return [`${asked}${by} (${questionsBefore} the week before)`, ...share];
}

function since({ answered, unanswered, answeredBefore, questionsBefore }: TwinWeek): string {
  if (questionsBefore === 0) return "";
  const now = Math.round((100 * answered) / (answered + unanswered));
  const before = Math.round((100 * Math.min(answeredBefore, questionsBefore)) / questionsBefore);
  if (now === before) return ", as the week before";
  return `, ${Math.abs(now - before)} points ${now > before ? "more" : "less"} than the week before`;
}

function needs(week: TwinWeek): string[] {
  return [
    ...some(week.unanswered, "question found no answer", "questions found no answer"),
    ...some(week.disliked, "answer was not liked", "answers were not liked"),
    ...some(week.failedSources, "source failed", "sources failed"),
    ...some(week.staleSources, "source has grown old", "sources have grown old"),
  ];
}

function improved(week: TwinWeek): string[] {
  return [
    ...some(week.verifiedAnswers, "new verified answer", "new verified answers"),
    ...some(week.corrections, "answer corrected", "answers corrected"),
    ...some(week.liveSources, "new source", "new sources"),
    ...some(week.releases, "release published", "releases published"),
    ...some(week.leads, "visitor said who they are", "visitors said who they are"),
  ];
}

const listed = (head: string, parts: readonly string[]) =>
  parts.length > 0 ? [`${head}: ${parts.join(", ")}`] : [];
const some = (value: number, one: string, many: string) =>
  value > 0 ? [`${value} ${value === 1 ? one : many}`] : [];
const count = (value: number, one: string) => `${value} ${value === 1 ? one : `${one}s`}`;
const percent = (part: number, whole: number) => `${Math.round((100 * part) / whole)} %`;
