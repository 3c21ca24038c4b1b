import { useSuspenseQuery } from "@tanstack/react-query";
import { useNavigate, useSearch } from "@tanstack/react-router";
import { useTRPC } from "#lib/trpc.ts";
import { usePageTitle } from "#lib/use-page-title.ts";
import { PageHead } from "#ui/page.tsx";
import { DaysChart } from "./days-chart.tsx";
import { LimitsTable } from "./limits-table.tsx";
import { MostUsed } from "./most-used.tsx";
import { findOwner, listOwners } from "./owner.ts";
import { QuotaDialog } from "./quota-dialog.tsx";
import { WorkspaceLimits } from "./workspace-limits.tsx";

export function UsagePage() {
  usePageTitle("Usage");
  const trpc = useTRPC();
  const { data } = useSuspenseQuery(trpc.usage.get.queryOptions({}));
  const { set } = useSearch({ from: "/studio/settings/usage" });
  const navigate = useNavigate();
  const owners = listOwners(data.limits);
  const [workspace, ...others] = owners;
  const editing = set === undefined ? undefined : findOwner(owners, set);
  const { currency } = data;
  return (
    <div className="h-full overflow-y-auto">
      <PageHead title="Usage" detail="What was used against each limit, in UTC" />
      {workspace && <WorkspaceLimits owner={workspace} currency={currency} />}
      <div className="grid gap-8 border-t border-line px-6 py-5 max-md:px-4 lg:grid-cols-2">
        <DaysChart days={data.days} />
        <MostUsed most={data.most} />
      </div>
      <LimitsTable owners={others} currency={currency} />
      {editing && (
        <QuotaDialog
          key={editing.key}
          owner={editing}
          currency={currency}
          onClose={() => void navigate({ to: "/settings/usage", replace: true })}
        />
      )}
    </div>
  );
}
