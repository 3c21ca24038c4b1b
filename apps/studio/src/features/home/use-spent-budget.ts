import { useQuery } from "@tanstack/react-query";
import { useTRPC } from "#lib/trpc.ts";

/** Whether this month's budget has ended, of the workspace or of a twin, and whose. */
export function useSpentBudget(): string | null {
  const trpc = useTRPC();
  const { data } = useQuery(trpc.status.get.queryOptions({}, { meta: { inline: true } }));
  const budget = data?.dependencies.find(({ name }) => name === "budget");
  return budget?.state === "degraded" ? (budget.detail ?? "used up for this month") : null;
}
