import { CircleAlert } from "lucide-react";

/** What is wrong with rows of a file, by the lines on which they stand. */
export function LineProblems({
  problems,
}: {
  problems: readonly { line: number; reason: string; message: string }[];
}) {
  if (problems.length === 0) return null;
  return (
    <ul className="grid max-h-40 gap-1 overflow-y-auto rounded-md bg-warn-soft px-3 py-2 text-sm">
      {problems.map(({ line, reason, message }) => (
        <li key={`${line} ${reason}`} className="flex gap-2">
          <CircleAlert aria-hidden className="mt-0.5 size-4 shrink-0 text-warn" />
          <span>
            <span className="font-medium">Line {line}:</span> {message}
          </span>
        </li>
      ))}
    </ul>
  );
}
