import { useMutation, useQueryClient, useSuspenseQuery } from "@tanstack/react-query";
import { useTRPC } from "#lib/trpc.ts";
import { useNow } from "#lib/use-now.ts";
import { Ago } from "#ui/ago.tsx";
import { Button } from "#ui/button.tsx";
import { TABLE_CELL, TABLE_HEAD, TABLE_ROW } from "#ui/table.ts";
import { describeAgent } from "./describe-agent.ts";

export function SessionsTable() {
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const now = useNow();
  const { data } = useSuspenseQuery(trpc.account.listSessions.queryOptions({}));
  const end = useMutation(
    trpc.account.revokeSession.mutationOptions({
      onSettled: () => queryClient.invalidateQueries(trpc.account.listSessions.pathFilter()),
    }),
  );
  return (
    <table className="w-full table-fixed border-t border-line">
      <thead>
        <tr>
          <th className={TABLE_HEAD}>Browser</th>
          <th className={`${TABLE_HEAD} w-44 max-md:hidden`}>Address</th>
          <th className={`${TABLE_HEAD} w-32`}>Since</th>
          <th className={`${TABLE_HEAD} w-28`}>
            <span className="sr-only">Actions</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {data.items.map(({ id, isCurrent, userAgent, ipAddress, createdAt }) => (
          <tr key={id} className={TABLE_ROW}>
            <td className={`${TABLE_CELL} truncate font-medium`}>{describeAgent(userAgent)}</td>
            <td className={`${TABLE_CELL} truncate text-muted max-md:hidden`}>{ipAddress}</td>
            <td className={`${TABLE_CELL} text-muted`}>
              <Ago at={createdAt} now={now} />
            </td>
            <td className={`${TABLE_CELL} text-right`}>
              {isCurrent ? (
                <span className="text-sm text-faint">This one</span>
              ) : (
                <Button
                  size="small"
                  disabled={end.isPending}
                  onClick={() => end.mutate({ sessionId: id })}
                >
                  Sign out<span className="sr-only"> {describeAgent(userAgent)}</span>
                </Button>
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
