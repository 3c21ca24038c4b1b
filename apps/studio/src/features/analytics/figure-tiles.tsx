import { Link } from "@tanstack/react-router";
import { useTwin } from "#features/twins/use-twin.ts";
import { countOf, formatCount } from "#lib/format-count.ts";
import type { Behind, Figures } from "./analytics.ts";
import { ChangeMark } from "./change-mark.tsx";
import {
  type Better,
  type Change,
  changeOfCount,
  changeOfShare,
  formatShare,
} from "./change-words.ts";

interface Tile {
  name: string;
  value: string;
  detail: string;
  change: Change | null;
  behind: Behind;
}

/** What happened, at a glance; each opens the conversations it counts. */
export function FigureTiles({
  current,
  previous,
  behind,
  shown,
}: {
  /** By name; without it all. */
  shown?: readonly string[];
  current: Figures;
  previous: Figures | null;
  behind: Behind;
}) {
  const { id: twinId } = useTwin();
  const tiles = tilesOf(current, previous).filter(({ name }) => shown?.includes(name) ?? true);
  return (
    <ul className="grid grid-cols-2 gap-px overflow-hidden rounded-lg border border-line bg-line sm:grid-cols-4">
      {tiles.map((tile) => (
        <li key={tile.name} className="bg-surface">
          <Link
            to="/twins/$twinId/conversations"
            params={{ twinId }}
            search={{ ...behind, ...tile.behind }}
            className="grid h-full content-start gap-0.5 p-4 outline-offset-[-2px] hover:bg-hover/60"
          >
            <span className="text-sm text-muted">{tile.name}</span>{" "}
            <span className="flex flex-wrap items-baseline gap-x-2">
              <span className="text-xl font-semibold tabular-nums">{tile.value}</span>{" "}
              <ChangeMark change={tile.change} />
            </span>{" "}
            <span className="text-sm text-faint">{tile.detail}</span>
          </Link>
        </li>
      ))}
    </ul>
  );
}

export function tilesOf(now: Figures, before: Figures | null): Tile[] {
  const counted = (count: (figures: Figures) => number, better: Better) => ({
    value: formatCount(count(now)),
    change: before && changeOfCount({ now: count(now), before: count(before), better }),
  });
  const share = (name: keyof Figures["shares"], better: Better) => ({
    value: formatShare(now.shares[name]),
    change: changeOfShare(now.shares[name], before?.shares[name], better),
  });
  const answers = (name: keyof Figures["outcomes"]) =>
    `${formatCount(now.outcomes[name].count)} of ${countOf(now.answers.count, "answer")}`;
  const { up, down } = now.feedback;
  return [
    {
      name: "Conversations",
      detail: countOf(now.questions, "question"),
      ...counted((figures) => figures.conversations, "more"),
      behind: {},
    },
    {
      name: "Visitors",
      detail: `${formatCount(now.returningVisitors.count)} came again`,
      ...counted((figures) => figures.visitors.count, "more"),
      behind: { fromVisitors: true },
    },
    {
      name: "Answered",
      detail: `${formatCount(now.answered.count)} of ${countOf(now.answers.count, "answer")}`,
      ...share("answered", "more"),
      behind: { answered: true },
    },
    {
      name: "Verified",
      detail: answers("verified"),
      ...share("verified", "more"),
      behind: { outcome: "verified" },
    },
    {
      name: "Unanswered",
      detail: answers("unsupported"),
      ...share("unsupported", "less"),
      behind: { outcome: "unsupported" },
    },
    {
      name: "Refused",
      detail: answers("refused"),
      ...share("refused", "neither"),
      behind: { outcome: "refused" },
    },
    {
      name: "Not helpful",
      detail: `${formatCount(up.count)} found helpful`,
      ...counted((figures) => figures.feedback.down.count, "less"),
      value: formatCount(down.count),
      behind: { feedback: "down" },
    },
    {
      name: "Corrected",
      detail: "answers put right",
      ...counted((figures) => figures.corrected.count, "neither"),
      behind: { corrected: true },
    },
  ];
}
