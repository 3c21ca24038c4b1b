import type { ShareLink } from "@understudy/core/share-link/contract";
import { formatMoment } from "#lib/format-time.ts";

/** Whether a link lets people in, and if not, why. */
export function LinkState({ link, now }: { link: ShareLink; now: number }) {
  const { isOn, expiresAt, messageLimit, visitorLimit, figures } = link;
  if (!isOn) return <span className="text-muted">Off</span>;
  if (expiresAt && Date.parse(expiresAt) <= now) return <span className="text-muted">Over</span>;
  if (messageLimit !== null && figures.questions >= messageLimit) {
    return <span className="text-warn">All questions asked</span>;
  }
  if (visitorLimit !== null && figures.visitors >= visitorLimit) {
    return <span className="text-warn">Full</span>;
  }
  return (
    <span className="text-good">
      {expiresAt ? `Open until ${formatMoment(expiresAt)}` : "Open"}
    </span>
  );
}
