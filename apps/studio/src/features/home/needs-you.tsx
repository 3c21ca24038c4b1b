import { CircleAlert, CircleCheck, CircleDot, CircleX } from "lucide-react";
import { HOME_LIST, HOME_ROW, HomeSection } from "./home-section.tsx";
import { NeedLink } from "./need-link.tsx";
import { type Need, needWords } from "./need-words.ts";

const MARKS = {
  bad: <CircleX role="img" aria-label="Urgent" className="size-4 shrink-0 text-bad" />,
  warn: <CircleAlert role="img" aria-label="Soon" className="size-4 shrink-0 text-warn" />,
  muted: (
    <CircleDot role="img" aria-label="When there is time" className="size-4 shrink-0 text-muted" />
  ),
};

/** What waits for the twin's owner, the most pressing first, each with the place where it is met. */
export function NeedsYou({
  twinId,
  twinName,
  needs,
}: {
  twinId: string;
  twinName: string;
  needs: readonly Need[];
}) {
  return (
    <HomeSection title="Needs you">
      <ul className={HOME_LIST}>
        {needs.length === 0 && (
          <li className={`${HOME_ROW} text-muted`}>
            <CircleCheck aria-hidden className="size-4 shrink-0 text-good" />
            Nothing. Every source could be read, and every question was met.
          </li>
        )}
        {needs.map((need) => {
          const { tone, what, next } = needWords(need, twinName);
          return (
            <li key={need.kind} className={HOME_ROW}>
              {MARKS[tone]}
              <NeedLink twinId={twinId} need={need}>
                <span className="font-medium">{what}</span>{" "}
                <span className="text-muted">{next}</span>
              </NeedLink>
            </li>
          );
        })}
      </ul>
    </HomeSection>
  );
}
