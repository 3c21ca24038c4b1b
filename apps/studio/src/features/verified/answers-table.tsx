import { useNavigate, useSearch } from "@tanstack/react-router";
import type { VerifiedAnswer } from "@understudy/core/verified-answer/contract";
import { ChangedMark } from "#features/impact/changed-mark.tsx";
import { useOpenImpacts } from "#features/impact/use-impacts.ts";
import { useListKeys } from "#lib/use-list-keys.ts";
import { useNow } from "#lib/use-now.ts";
import { Ago } from "#ui/ago.tsx";
import { classNames } from "#ui/class-names.ts";
import { TABLE_CELL, TABLE_HEAD, TABLE_ROW } from "#ui/table.ts";
import { ReviewMark } from "./review-mark.tsx";

export function AnswersTable({
  twinId,
  answers,
}: {
  twinId: string;
  answers: readonly VerifiedAnswer[];
}) {
  const warned = new Set(useOpenImpacts(twinId).map(({ verifiedAnswerId }) => verifiedAnswerId));
  const now = useNow();
  const { answer: openId } = useSearch({ from: "/studio/twins/$twinId/verified" });
  const navigate = useNavigate({ from: "/twins/$twinId/verified" });
  const open = (id: string | undefined) =>
    void navigate({ search: (current) => ({ ...current, answer: id, part: undefined }) });
  const { setActiveId } = useListKeys({
    follows: openId !== undefined,
    onOpen: open,
    onClose: () => open(undefined),
  });
  const narrow = openId ? "max-2xl:hidden" : "max-lg:hidden";
  const cell = classNames(TABLE_CELL, narrow, "text-muted tabular-nums");
  return (
    <table className="w-full table-fixed">
      <thead>
        <tr>
          <th className={TABLE_HEAD}>Question</th>
          <th className={`${TABLE_HEAD} w-44 max-md:w-28`}>State</th>
          <th className={`${TABLE_HEAD} w-28 text-right ${narrow}`}>Phrasings</th>
          <th className={`${TABLE_HEAD} w-24 text-right ${narrow}`}>Version</th>
          <th className={`${TABLE_HEAD} w-36 ${narrow}`}>Edited</th>
        </tr>
      </thead>
      <tbody>
        {answers.map((answer) => (
          <tr
            key={answer.id}
            data-row-id={answer.id}
            tabIndex={-1}
            aria-selected={answer.id === openId}
            onFocus={() => setActiveId(answer.id)}
            className={TABLE_ROW}
          >
            <td className={classNames(TABLE_CELL, "py-1.5")}>
              <button
                type="button"
                onClick={() => open(answer.id)}
                className="block w-full truncate text-left font-medium hover:underline"
              >
                {answer.question}
              </button>
              <p className="truncate text-sm text-muted">{answer.answer}</p>
            </td>
            <td className={`${TABLE_CELL} text-sm`}>
              {warned.has(answer.id) ? (
                <ChangedMark />
              ) : (
                <ReviewMark reviewBy={answer.reviewBy} now={now} />
              )}
            </td>
            <td className={`${cell} text-right`}>{1 + answer.phrasings.length}</td>
            <td className={`${cell} text-right`}>{answer.version}</td>
            <td className={cell}>
              <Ago at={answer.updatedAt} now={now} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
