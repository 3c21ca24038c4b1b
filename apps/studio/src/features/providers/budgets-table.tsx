import type { Budget, Provider } from "@understudy/core/provider/contract";
import { CircleAlert } from "lucide-react";
import { SetLimits } from "#features/usage/set-limits.tsx";
import { ProgressBar } from "#ui/progress-bar.tsx";
import { TABLE_CELL, TABLE_HEAD, TABLE_ROW } from "#ui/table.ts";
import { limitWords, shareUsed, usedWords } from "./budget-words.ts";

/** What models have taken this month, and what they may: of the workspace, and of each twin. */
export function BudgetsTable({
  budgets,
  price,
}: {
  budgets: readonly Budget[];
  price: Provider["price"];
}) {
  return (
    <section aria-labelledby="budgets" className="mt-8">
      <div className="grid gap-1 px-6 pb-3 max-md:px-4">
        <h2 id="budgets" className="font-semibold">
          Budgets for this month
        </h2>
        <p className="max-w-prose text-sm text-pretty text-muted">
          When one has no room left, answers go on without the model: verified answers and
          quotations, until the month ends or the budget is raised.
        </p>
      </div>
      <table className="w-full table-fixed border-t border-line">
        <thead>
          <tr>
            <th className={TABLE_HEAD}>For</th>
            <th className={`${TABLE_HEAD} w-52 max-md:w-28`}>Used</th>
            <th className={`${TABLE_HEAD} w-52 max-md:hidden`}>Limit</th>
            <th className={`${TABLE_HEAD} w-28`}>
              <span className="sr-only">Actions</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {budgets.map((budget) => (
            <BudgetRow
              key={budget.twinId ?? ""}
              budget={budget}
              currency={price?.currency ?? null}
            />
          ))}
        </tbody>
      </table>
    </section>
  );
}

function BudgetRow({ budget, currency }: { budget: Budget; currency: string | null }) {
  const name = budget.twinId === null ? "The whole workspace" : budget.name;
  const share = shareUsed(budget);
  return (
    <tr className={TABLE_ROW}>
      <td className={`${TABLE_CELL} font-medium`}>
        <span className="block truncate">{name}</span>
        {budget.isExhausted && (
          <span className="flex items-center gap-1 text-sm font-normal text-warn">
            <CircleAlert aria-hidden className="size-3.5" />
            Used up: answers are quoted
          </span>
        )}
      </td>
      <td className={`${TABLE_CELL} tabular-nums`}>
        <span className="grid gap-1">
          {usedWords(budget, currency)}
          {share !== null && (
            <ProgressBar fraction={share} label={`Used of the budget of ${name}`} />
          )}
        </span>
      </td>
      <td className={`${TABLE_CELL} text-muted tabular-nums max-md:hidden`}>
        {limitWords(budget, currency)}
      </td>
      <td className={`${TABLE_CELL} text-right`}>
        <SetLimits owner={{ key: budget.twinId ? `twin.${budget.twinId}` : "tenant", name }} />
      </td>
    </tr>
  );
}
