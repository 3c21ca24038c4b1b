import { expectationWords } from "./expectation-words.ts";
import type { Draft } from "./quality.ts";

const PURPOSES = {
  answers: "Answers",
  refuses: "Out of scope",
  resists: "Attack",
  keeps_to_boundary: "Boundary",
} as const satisfies Record<Draft["purpose"], string>;

export function DraftRow({
  draft: { question, expectations, purpose },
  isTaken,
  onToggle,
}: {
  draft: Draft;
  isTaken: boolean;
  onToggle: () => void;
}) {
  return (
    <li className="border-b border-line last:border-b-0">
      <label className="flex items-start gap-3 rounded-md px-1 py-2 hover:bg-hover/60">
        <input
          type="checkbox"
          className="mt-0.5 size-4 shrink-0 accent-accent"
          checked={isTaken}
          onChange={onToggle}
        />
        <span className="grid min-w-0 flex-1 gap-0.5">
          <span className="font-medium break-words">{question}</span>
          <span className="truncate text-sm text-muted">
            {expectations.map(expectationWords).join(" · ")}
          </span>
        </span>
        <span className="shrink-0 text-xs text-faint">{PURPOSES[purpose]}</span>
      </label>
    </li>
  );
}
