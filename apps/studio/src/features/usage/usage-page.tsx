import { useSuspenseQuery } from "@tanstack/react-query";
import type { UsageLimit } from "@understudy/core/usage/contract";
import { useState } from "react";
import { useTRPC } from "#lib/trpc.ts";
import { usePageTitle } from "#lib/use-page-title.ts";
import { PageHead } from "#ui/page.tsx";
import { DaysChart } from "./days-chart.tsx";
import { LimitsTable } from "./limits-table.tsx";
import { MostUsed } from "./most-used.tsx";
import { QuotaDialog } from "./quota-dialog.tsx";

export function UsagePage() {
  usePageTitle("Usage");
  const trpc = useTRPC();
  const { data } = useSuspenseQuery(trpc.usage.get.queryOptions({}));
  const [editing, setEditing] = useState<UsageLimit | null>(null);
  return (
    <div className="h-full overflow-y-auto">
      <PageHead title="Usage" detail="What was used against each limit, in UTC" />
      <div className="grid gap-8 border-t border-line px-6 py-5 max-md:px-4 lg:grid-cols-2">
        <DaysChart days={data.days} />
        <MostUsed most={data.most} />
      </div>
      <LimitsTable limits={data.limits} onEdit={setEditing} />
      {editing && <QuotaDialog limit={editing} onClose={() => setEditing(null)} />}
    </div>
  );
}
