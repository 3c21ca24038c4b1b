import type { UseQueryResult } from "@tanstack/react-query";
import type { ChosenSettings } from "#app/explorer-search.ts";
import { countOf } from "#lib/format-count.ts";
import { classNames } from "#ui/class-names.ts";
import { FormFailure } from "#ui/form-failure.tsx";
import { Skeleton } from "#ui/skeleton.tsx";
import { DroppedGroups } from "./dropped-groups.tsx";
import { PassageCard } from "./passage-card.tsx";
import { RehearsedAnswer } from "./rehearsed-answer.tsx";
import { bestScores } from "./score-stages.ts";
import { SettingsForm } from "./settings-form.tsx";
import { StageTimings } from "./stage-timings.tsx";
import { Understanding } from "./understanding.tsx";
import type { Asked, Exploration } from "./use-exploration.ts";

/** One question under one set of settings, from how it was understood to what was left out. */
export function ExploredColumn({
  name,
  settings,
  exploration: { data, error, isPlaceholderData },
  isTuning,
  otherRanks,
  onSettings,
  ...rest
}: {
  /** Where two stand side by side. */
  name?: string;
  twinId: string;
  asked: Asked;
  settings: ChosenSettings;
  exploration: UseQueryResult<Exploration, unknown>;
  isTuning: boolean;
  otherRanks?: ReadonlyMap<string, number>;
  onSettings: (chosen: ChosenSettings) => void;
}) {
  return (
    <section
      aria-label={name ? `Settings ${name}` : "What was found"}
      className="grid min-w-0 grid-cols-1 content-start gap-5 border-line px-6 py-4 max-md:px-4"
    >
      {name && <h2 className="font-semibold">Settings {name}</h2>}
      {isTuning && data && (
        <SettingsForm settings={settings} standard={data.standard} onChange={onSettings} />
      )}
      <FormFailure error={error} />
      {!data && !error && <Skeleton className="h-40" />}
      {data && (
        <div
          aria-busy={isPlaceholderData}
          className={classNames("grid grid-cols-1 gap-5", isPlaceholderData && "opacity-60")}
        >
          <Found data={data} settings={settings} otherRanks={otherRanks} {...rest} />
        </div>
      )}
    </section>
  );
}

function Found({
  data,
  twinId,
  asked,
  settings,
  otherRanks,
}: {
  data: Exploration;
  twinId: string;
  asked: Asked;
  settings: ChosenSettings;
  otherRanks?: ReadonlyMap<string, number>;
}) {
  const { passages, dropped, hasDense } = data;
  const scale = { best: bestScores([...passages, ...dropped]), hasDense };
  return (
    <>
      <Understanding twinId={twinId} query={asked.query} exploration={data} />
      <RehearsedAnswer key={JSON.stringify([asked, settings])} asked={asked} settings={settings} />
      <div className="grid grid-cols-1 gap-2">
        <h3 className="font-semibold" aria-live="polite">
          {countOf(passages.length, "passage")} would be read
        </h3>
        {passages.length === 0 && (
          <p className="text-muted">Nothing in the sources has to do with this question.</p>
        )}
        <ol className="grid grid-cols-1 gap-2">
          {passages.map((passage, at) => (
            <PassageCard
              key={passage.chunkId}
              rank={at + 1}
              passage={passage}
              twinId={twinId}
              scale={scale}
              otherRanks={otherRanks}
            />
          ))}
        </ol>
      </div>
      <DroppedGroups dropped={dropped} twinId={twinId} scale={scale} />
      <StageTimings exploration={data} />
    </>
  );
}
