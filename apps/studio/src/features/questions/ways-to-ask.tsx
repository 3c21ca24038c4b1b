import { whyNotWords } from "#features/verified/why-not-words.ts";
import type { QuestionDetail } from "./question.ts";

/** Which of the ways it was put get the same answer; those that ask for the opposite cannot. */
export function WaysToAsk({
  ways,
  taken,
  onChange,
}: {
  ways: QuestionDetail["ways"];
  taken: readonly string[];
  onChange: (taken: string[]) => void;
}) {
  if (ways.length === 0) return null;
  const toggle = (question: string, isOn: boolean) =>
    onChange(isOn ? [...taken, question] : taken.filter((other) => other !== question));
  return (
    <fieldset className="grid gap-1">
      <legend className="mb-1 text-sm font-medium">Also answered for who asks</legend>
      <p className="text-sm text-muted">What is not ticked stays open, as a question of its own.</p>
      <ul className="grid max-h-60 gap-0.5 overflow-y-auto">
        {ways.map(({ question, people, because, isOpposite }) => (
          <li key={question}>
            <label className="flex min-h-7 items-baseline gap-2.5 text-sm">
              <input
                type="checkbox"
                className="size-4 shrink-0 translate-y-0.5 accent-accent"
                disabled={isOpposite}
                checked={!isOpposite && taken.includes(question)}
                onChange={(event) => toggle(question, event.target.checked)}
              />
              <span className="min-w-0 break-words">
                {question}
                {people > 1 && <span className="text-faint tabular-nums"> {people} people</span>}
                {because && (
                  <span className="block text-xs text-muted">
                    {isOpposite ? "Not the same: " : "Perhaps not the same: "}
                    {whyNotWords(because)}
                  </span>
                )}
              </span>
            </label>
          </li>
        ))}
      </ul>
    </fieldset>
  );
}
