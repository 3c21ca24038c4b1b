import { useNavigate, useSearch } from "@tanstack/react-router";
import type { ChosenSettings } from "#app/explorer-search.ts";
import { classNames } from "#ui/class-names.ts";
import { ExploredColumn } from "./explored-column.tsx";
import { ranksOf } from "./ranks-of.ts";
import { useExploration } from "./use-exploration.ts";

const NO_SETTINGS: ChosenSettings = {};

/** The question with its settings; beside it, when asked for, the same question with others. */
export function Compared({ twinId, query }: { twinId: string; query: string }) {
  const {
    earlier,
    as,
    settings = NO_SETTINGS,
    beside,
    tuning,
  } = useSearch({ from: "/studio/twins/$twinId/explorer" });
  const navigate = useNavigate({ from: "/twins/$twinId/explorer" });
  const asked = { twinId, query, earlier, accessGroupIds: as };
  const first = useExploration({ ...asked, settings });
  const second = useExploration({ ...asked, settings: beside ?? settings });
  const change = (which: "settings" | "beside") => (chosen: ChosenSettings) =>
    void navigate({ search: (now) => ({ ...now, [which]: chosen }), replace: true });
  const shared = { twinId, asked, isTuning: tuning === true };
  return (
    <div
      className={classNames(
        "grid grid-cols-1",
        beside ? "lg:grid-cols-2 lg:divide-x" : "max-w-5xl",
      )}
    >
      <ExploredColumn
        {...shared}
        name={beside && "A"}
        settings={settings}
        exploration={first}
        onSettings={change("settings")}
      />
      {beside && (
        <ExploredColumn
          {...shared}
          name="B"
          settings={beside}
          exploration={second}
          otherRanks={first.data && ranksOf(first.data)}
          onSettings={change("beside")}
        />
      )}
    </div>
  );
}
