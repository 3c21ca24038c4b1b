import { TrendingDown, TrendingUp } from "lucide-react";
import type { Result } from "./quality.ts";

/** Against what it is compared with, or else against the run before. */
export function ChangeMark({ result: { change, tested, previousVerdict } }: { result: Result }) {
  if (change === "regressed") {
    return (
      <span className="flex items-center gap-1.5 text-bad">
        <TrendingDown aria-hidden className="size-4" />
        Worse
      </span>
    );
  }
  if (change === "fixed") {
    return (
      <span className="flex items-center gap-1.5 text-good">
        <TrendingUp aria-hidden className="size-4" />
        Better
      </span>
    );
  }
  if (change === "new") return <span className="text-faint">New</span>;
  const hasMoved = tested && previousVerdict && previousVerdict !== tested.verdict;
  return <span className="text-faint">{hasMoved ? "Since the run before" : ""}</span>;
}
