import { useMutation } from "@tanstack/react-query";
import type { Source } from "@understudy/core/source/contract";
import { useTRPC } from "#lib/trpc.ts";
import { MenuChoices, MenuLabel, MenuSeparator } from "#ui/menu.tsx";
import { SCHEDULES, type Schedule } from "./schedule-words.ts";
import { useKeepSource } from "./use-keep-source.ts";

/** How often a source from the web is fetched again by itself. */
export function ScheduleMenu({ source }: { source: Source }) {
  const trpc = useTRPC();
  const keep = useKeepSource();
  const schedule = useMutation(
    trpc.source.schedule.mutationOptions({
      onSuccess: (changed) => keep({ sourceId: changed.id, source: changed }),
    }),
  );
  return (
    <>
      <MenuSeparator />
      <MenuLabel>
        {source.pausedSyncEvery
          ? `Sync by itself: ${source.pausedSyncEvery}, paused`
          : "Sync by itself"}
      </MenuLabel>
      <MenuChoices<Schedule>
        value={source.syncEvery ?? "off"}
        onChange={(chosen) =>
          schedule.mutate({ sourceId: source.id, every: chosen === "off" ? null : chosen })
        }
        choices={SCHEDULES}
      />
    </>
  );
}
