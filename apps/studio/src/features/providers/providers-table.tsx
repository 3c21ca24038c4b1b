import type { Provider } from "@understudy/core/provider/contract";
import { CircleAlert, CircleCheck, CircleDashed } from "lucide-react";
import { formatAgo, formatDuration, formatMoment } from "#lib/format-time.ts";
import { useNow } from "#lib/use-now.ts";
import { TABLE_CELL, TABLE_HEAD, TABLE_ROW } from "#ui/table.ts";
import { FAILURE_WORDS, PROVIDER_WORDS, stateWords } from "./provider-words.ts";
import { TestProvider } from "./test-provider.tsx";

export function ProvidersTable({ providers }: { providers: readonly Provider[] }) {
  return (
    <table className="w-full table-fixed border-t border-line">
      <thead>
        <tr>
          <th className={`${TABLE_HEAD} w-56 max-md:w-28`}>Provider</th>
          <th className={TABLE_HEAD}>State</th>
          <th className={`${TABLE_HEAD} w-48 max-lg:hidden`}>Last call</th>
          <th className={`${TABLE_HEAD} w-64 max-md:w-24`}>
            <span className="sr-only">Test</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {providers.map((provider) => (
          <ProviderRow key={provider.id} provider={provider} />
        ))}
      </tbody>
    </table>
  );
}

function ProviderRow({ provider }: { provider: Provider }) {
  const { id, model, state } = provider;
  const { name, standIn } = PROVIDER_WORDS[id];
  return (
    <tr className={TABLE_ROW}>
      <td className={`${TABLE_CELL} py-2`}>
        <span className="block font-medium">{name}</span>
        {model && <span className="block truncate text-sm text-muted">{model}</span>}
      </td>
      <td className={`${TABLE_CELL} py-2`}>
        <span className="flex items-center gap-1.5">
          <StateMark state={state} />
          {stateWords(provider)}
        </span>
        {state === "off" && <span className="block text-sm break-words text-muted">{standIn}</span>}
        {state === "degraded" && provider.lastCall?.failure && (
          <span className="block text-sm text-muted">
            {FAILURE_WORDS[provider.lastCall.failure] ?? provider.lastCall.failure}
          </span>
        )}
      </td>
      <td className={`${TABLE_CELL} text-muted tabular-nums max-lg:hidden`}>
        <LastCall provider={provider} />
      </td>
      <td className={`${TABLE_CELL} py-2`}>
        {provider.canTest && <TestProvider provider={provider} name={name} />}
      </td>
    </tr>
  );
}

function StateMark({ state }: { state: Provider["state"] }) {
  const size = "size-4 shrink-0";
  if (state === "ok") return <CircleCheck aria-hidden className={`${size} text-good`} />;
  if (state === "off") return <CircleDashed aria-hidden className={`${size} text-faint`} />;
  return <CircleAlert aria-hidden className={`${size} text-warn`} />;
}

function LastCall({ provider: { model, lastCall } }: { provider: Provider }) {
  const now = useNow();
  if (!model) return "–";
  if (!lastCall) return "None since the start";
  return (
    <time dateTime={lastCall.at} title={formatMoment(lastCall.at)}>
      {formatAgo(lastCall.at, now)}, {formatDuration(lastCall.tookMs)}
    </time>
  );
}
