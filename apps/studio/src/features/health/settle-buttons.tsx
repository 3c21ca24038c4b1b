import { Button } from "#ui/button.tsx";
import type { Finding } from "./finding.ts";
import { useSettle } from "./use-settle.ts";

const SETTLED = { resolved: "Resolved", dismissed: "Dismissed", open: "" } as const;

/** Sets a finding aside for good, or says how it was settled. */
export function SettleButtons({ finding, dismiss }: { finding: Finding; dismiss: string }) {
  const settle = useSettle();
  if (finding.status !== "open") {
    return <span className="text-sm text-muted">{SETTLED[finding.status]}</span>;
  }
  return (
    <Button size="small" disabled={settle.isPending} onClick={() => settle.dismiss(finding)}>
      {dismiss}
    </Button>
  );
}
