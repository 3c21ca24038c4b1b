import { CircleCheck, CircleDashed, CircleX, TriangleAlert } from "lucide-react";
import type { ReactNode } from "react";
import { classNames } from "#ui/class-names.ts";
import type { Verdict } from "./quality.ts";

const LOOKS = {
  passed: { label: "Passed", tone: "text-good", icon: CircleCheck },
  failed: { label: "Failed", tone: "text-bad", icon: CircleX },
  skipped: { label: "Not told", tone: "text-warn", icon: TriangleAlert },
  none: { label: "Not run", tone: "text-faint", icon: CircleDashed },
} as const;

/** What came of a test; never by colour alone. */
export function VerdictMark({
  verdict,
  children,
}: {
  verdict: Verdict | null;
  children?: ReactNode;
}) {
  const { label, tone, icon: Icon } = LOOKS[verdict ?? "none"];
  return (
    <span className="inline-flex items-center gap-1.5 whitespace-nowrap">
      <Icon aria-hidden className={classNames("size-4 shrink-0", tone)} />
      {children ?? label}
    </span>
  );
}
