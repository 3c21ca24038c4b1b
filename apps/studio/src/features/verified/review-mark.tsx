import { BadgeCheck, CalendarClock } from "lucide-react";

const day = new Intl.DateTimeFormat("en", { dateStyle: "medium" });

/** Whether it stands as it is, or its owner wanted to look at it again by now. */
export function ReviewMark({ reviewBy, now }: { reviewBy: string | null; now: number }) {
  if (reviewBy && Date.parse(reviewBy) <= now) {
    return (
      <span className="flex items-center gap-1.5 text-warn">
        <CalendarClock aria-hidden className="size-4 shrink-0" />
        Review due
      </span>
    );
  }
  return (
    <span className="flex items-center gap-1.5 text-muted">
      <BadgeCheck aria-hidden className="size-4 shrink-0 text-good" />
      {reviewBy ? `Until ${day.format(new Date(reviewBy))}` : "Answers"}
    </span>
  );
}
