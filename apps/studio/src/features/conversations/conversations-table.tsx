import { useNavigate, useSearch } from "@tanstack/react-router";
import {
  BadgeCheck,
  CircleCheck,
  CircleHelp,
  CircleSlash,
  CircleX,
  Flag,
  Square,
  ThumbsDown,
  ThumbsUp,
} from "lucide-react";
import type { ReactNode } from "react";
import { CLOSED_PANEL } from "#app/panel-search.ts";
import { useListKeys } from "#lib/use-list-keys.ts";
import { useNow } from "#lib/use-now.ts";
import { Ago } from "#ui/ago.tsx";
import { classNames } from "#ui/class-names.ts";
import { TABLE_CELL, TABLE_HEAD, TABLE_ROW } from "#ui/table.ts";
import { CHANNEL_NAMES, nameOf, OUTCOME_NAMES, type OutcomeName } from "./conversation-words.ts";
import type { ConversationItem } from "./operated.ts";

export function ConversationsTable({
  conversations,
}: {
  conversations: readonly ConversationItem[];
}) {
  const { open: openId } = useSearch({ from: "/studio/twins/$twinId/conversations" });
  const navigate = useNavigate({ from: "/twins/$twinId/conversations" });
  const open = (id: string | undefined) =>
    void navigate({
      search: (now) => ({ ...now, ...CLOSED_PANEL, open: id }),
      replace: openId !== undefined && id !== undefined,
    });
  const { setActiveId } = useListKeys({
    follows: openId !== undefined,
    onOpen: open,
    onClose: () => open(undefined),
  });
  const isBeside = openId !== undefined;
  const narrow = isBeside ? "max-2xl:hidden" : "max-lg:hidden";
  const who = isBeside ? "max-2xl:hidden" : "max-md:hidden";
  return (
    <table className="w-full table-fixed">
      <thead>
        <tr>
          <th className={TABLE_HEAD}>First question</th>
          <th className={`${TABLE_HEAD} w-40 ${who}`}>Who</th>
          <th className={`${TABLE_HEAD} ${isBeside ? "w-28" : "w-44 max-md:w-28"}`}>Answers</th>
          <th className={`${TABLE_HEAD} w-24 ${narrow}`}>Feedback</th>
          <th className={`${TABLE_HEAD} w-32 ${narrow}`}>Last asked</th>
        </tr>
      </thead>
      <tbody>
        {conversations.map((conversation) => (
          <Row
            key={conversation.id}
            conversation={conversation}
            isOpen={conversation.id === openId}
            narrow={narrow}
            who={who}
            onOpen={() => open(conversation.id)}
            onFocus={() => setActiveId(conversation.id)}
          />
        ))}
      </tbody>
    </table>
  );
}

function Row({
  conversation,
  isOpen,
  narrow,
  who,
  onOpen,
  onFocus,
}: {
  conversation: ConversationItem;
  isOpen: boolean;
  narrow: string;
  who: string;
  onOpen: () => void;
  onFocus: () => void;
}) {
  const now = useNow();
  const { visitor, channel, figures, tags, reviewedAt, isFlagged, updatedAt } = conversation;
  return (
    <tr
      data-row-id={conversation.id}
      tabIndex={-1}
      aria-selected={isOpen}
      onFocus={onFocus}
      className={TABLE_ROW}
    >
      <td className={classNames(TABLE_CELL, "py-1.5")}>
        <span className="flex items-center gap-1.5">
          {isFlagged && <Flag aria-label="Flagged" className="size-3.5 shrink-0 text-warn" />}
          <button
            type="button"
            onClick={onOpen}
            className={classNames(
              "block min-w-0 flex-1 truncate text-left hover:underline",
              reviewedAt === null && "font-medium",
            )}
          >
            {conversation.title || "Nothing asked yet"}
          </button>
        </span>
        <p className="truncate text-sm text-muted">
          {[CHANNEL_NAMES[channel], reviewedAt ? "reviewed" : null, ...tags.map((tag) => `#${tag}`)]
            .filter(Boolean)
            .join(" · ")}
        </p>
      </td>
      <td className={classNames(TABLE_CELL, who, "truncate text-sm")}>
        {nameOf(visitor, channel)}
      </td>
      <td className={TABLE_CELL}>
        <Outcomes outcomes={figures.outcomes} />
      </td>
      <td className={classNames(TABLE_CELL, narrow, "text-sm text-muted tabular-nums")}>
        <Opinions up={figures.up} down={figures.down} />
      </td>
      <td className={classNames(TABLE_CELL, narrow, "text-muted tabular-nums")}>
        <Ago at={updatedAt} now={now} />
      </td>
    </tr>
  );
}

const MARKS: Record<OutcomeName, ReactNode> = {
  answered: <CircleCheck className="text-muted" />,
  verified: <BadgeCheck className="text-good" />,
  unsupported: <CircleHelp className="text-warn" />,
  refused: <CircleSlash className="text-muted" />,
  failed: <CircleX className="text-bad" />,
  stopped: <Square className="text-faint" />,
};

function Outcomes({ outcomes }: { outcomes: ConversationItem["figures"]["outcomes"] }) {
  const told = Object.entries(outcomes) as [OutcomeName, number][];
  return (
    <span className="flex flex-wrap gap-x-2.5 text-sm tabular-nums [&_svg]:size-3.5">
      {told.map(([outcome, count]) => (
        <span key={outcome} title={OUTCOME_NAMES[outcome]} className="flex items-center gap-1">
          <span aria-hidden>{MARKS[outcome]}</span>
          {count}
          <span className="sr-only">{OUTCOME_NAMES[outcome]}</span>
        </span>
      ))}
    </span>
  );
}

function Opinions({ up, down }: { up: number; down: number }) {
  return (
    <span className="flex gap-2 [&_svg]:size-3.5">
      {up > 0 && (
        <span className="flex items-center gap-1">
          <ThumbsUp aria-label="Helpful" />
          {up}
        </span>
      )}
      {down > 0 && (
        <span className="flex items-center gap-1 text-bad">
          <ThumbsDown aria-label="Not helpful" />
          {down}
        </span>
      )}
    </span>
  );
}
