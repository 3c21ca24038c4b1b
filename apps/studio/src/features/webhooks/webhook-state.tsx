import type { Webhook } from "@understudy/core/webhook/contract";
import { CircleCheck, CircleOff, CircleX, TriangleAlert } from "lucide-react";

/** How it stands, in a word and a mark. */
export function WebhookState({ webhook }: { webhook: Webhook }) {
  const { isOn, failingSince, stoppedAt } = webhook;
  if (stoppedAt) return <State mark={<CircleX className="text-bad" />} words="Switched off" />;
  if (!isOn) return <State mark={<CircleOff className="text-muted" />} words="Off" />;
  if (failingSince) return <State mark={<TriangleAlert className="text-warn" />} words="Failing" />;
  return <State mark={<CircleCheck className="text-good" />} words="On" />;
}

function State({ mark, words }: { mark: React.ReactNode; words: string }) {
  return (
    <span className="inline-flex items-center gap-1.5 whitespace-nowrap [&_svg]:size-4">
      <span aria-hidden>{mark}</span>
      {words}
    </span>
  );
}
