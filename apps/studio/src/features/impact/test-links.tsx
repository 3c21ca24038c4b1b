import { Link } from "@tanstack/react-router";
import { FlaskConical } from "lucide-react";

/** Quality tests, each leading to itself. */
export function TestLinks({
  twinId,
  tests,
}: {
  twinId: string;
  tests: readonly { id: string; question: string }[];
}) {
  return (
    <ul className="grid gap-1 text-sm">
      {tests.map(({ id, question }) => (
        <li key={id} className="min-w-0">
          <Link
            to="/twins/$twinId/tests"
            params={{ twinId }}
            search={{ test: id }}
            className="flex min-w-0 items-center gap-1.5 hover:underline"
          >
            <FlaskConical aria-label="Quality test" className="size-4 shrink-0" />
            <span className="truncate">{question}</span>
          </Link>
        </li>
      ))}
    </ul>
  );
}
