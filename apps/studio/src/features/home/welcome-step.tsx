import { Check } from "lucide-react";
import type { ReactNode } from "react";
import { classNames } from "#ui/class-names.ts";

/** A step that is open, still to come, or done and folded to what came of it. */
export function WelcomeStep({
  number,
  title,
  state,
  summary,
  isDone = state === "done",
  children,
}: {
  number: number;
  title: string;
  state: "waiting" | "current" | "done";
  summary?: string;
  isDone?: boolean;
  children: ReactNode;
}) {
  return (
    <li
      aria-current={state === "current" ? "step" : undefined}
      className="grid grid-cols-[1.5rem_minmax(0,1fr)] gap-x-4"
    >
      <div className="grid grid-rows-[1.5rem_minmax(0,1fr)] justify-items-center">
        <span
          className={classNames(
            "grid size-6 place-items-center rounded-full text-xs font-semibold",
            isDone && "bg-good-soft text-good",
            !isDone && state === "current" && "bg-accent text-on-accent",
            !isDone && state === "waiting" && "border border-rim text-faint",
          )}
        >
          {isDone ? <Check aria-label="Done" className="size-3.5" /> : number}
        </span>
        <span aria-hidden className="w-px bg-line" />
      </div>
      <div className="grid grid-cols-1 gap-4 pb-8">
        <h2
          className={classNames(
            "flex min-h-6 items-center gap-2 font-semibold",
            state === "waiting" && "text-faint",
          )}
        >
          <span className="shrink-0">{title}</span>
          {summary && <span className="min-w-0 truncate font-normal text-muted">{summary}</span>}
        </h2>
        {state === "current" && children}
      </div>
    </li>
  );
}
