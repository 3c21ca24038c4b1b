import type { Belief } from "@understudy/core/belief/contract";
import { CircleCheck, CircleDashed, CircleX } from "lucide-react";

/** Whether its words answer by now. */
export function BeliefState({ belief: { status, refreshing } }: { belief: Belief }) {
  if (status === "failed") {
    return <State icon={<CircleX aria-hidden className="text-bad" />} word="Failed" />;
  }
  if (status === "processing" || refreshing) {
    const icon = <CircleDashed aria-hidden className="animate-pulse text-accent-text" />;
    return <State icon={icon} word={refreshing ? "Taking in" : "Processing"} />;
  }
  return <State icon={<CircleCheck aria-hidden className="text-good" />} word="Answers" />;
}

function State({ icon, word }: { icon: React.ReactNode; word: string }) {
  return (
    <span className="flex items-center gap-1.5 text-muted [&_svg]:size-4 [&_svg]:shrink-0">
      {icon}
      {word}
    </span>
  );
}
