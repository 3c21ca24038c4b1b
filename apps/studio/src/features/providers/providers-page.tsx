import { useSuspenseQuery } from "@tanstack/react-query";
import { useTRPC } from "#lib/trpc.ts";
import { usePageTitle } from "#lib/use-page-title.ts";
import { PageHead } from "#ui/page.tsx";
import { BudgetsTable } from "./budgets-table.tsx";
import { ProvidersTable } from "./providers-table.tsx";

export function ProvidersPage() {
  usePageTitle("Providers and budgets");
  const trpc = useTRPC();
  const { data } = useSuspenseQuery(trpc.provider.list.queryOptions({}));
  const price = data.providers.find(({ id }) => id === "chat")?.price ?? null;
  return (
    <>
      <PageHead
        title="Providers and budgets"
        detail="What is called outside, and what it may cost"
      />
      <ProvidersTable providers={data.providers} />
      <BudgetsTable budgets={data.budgets} price={price} />
    </>
  );
}
