import { useQuery } from "@tanstack/react-query";
import type { VerifiedAnswer } from "@understudy/core/verified-answer/contract";
import { TestLinks } from "#features/impact/test-links.tsx";
import { useTRPC } from "#lib/trpc.ts";

/** Quality tests that rest on a verified answer: an edit may change what they say. */
export function AnswerRests({ answer: { id, twinId } }: { answer: VerifiedAnswer }) {
  const trpc = useTRPC();
  const { data } = useQuery(trpc.verifiedAnswer.impact.queryOptions({ verifiedAnswerId: id }));
  if (!data || data.tests.length === 0) return null;
  return (
    <section aria-label="Quality tests that rest on it" className="mt-6 grid gap-1.5">
      <h3 className="text-xs font-medium text-muted">Quality tests that rest on it</h3>
      <TestLinks twinId={twinId} tests={data.tests} />
    </section>
  );
}
