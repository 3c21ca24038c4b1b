import { Info } from "lucide-react";
import { countOf } from "#lib/format-count.ts";
import { Button } from "#ui/button.tsx";
import type { TwinIndex } from "./use-index.ts";

/** What could be better about the index, if anything, and what to do about it. */
export function IndexAdvice({
  index,
  onChange,
}: {
  index: TwinIndex;
  onChange: (model?: string) => void;
}) {
  const advice = index.candidate ? null : adviceOn(index);
  if (!advice) return null;
  return (
    <div className="flex flex-wrap items-center gap-x-4 gap-y-2 rounded-md border border-line px-3 py-2">
      <Info aria-hidden className="size-4 shrink-0 text-accent-text" />
      <p className="min-w-0 flex-1 basis-64 text-pretty">{advice.words}</p>
      <Button size="small" onClick={() => onChange(advice.model)}>
        {advice.action}
      </Button>
    </div>
  );
}

function adviceOn({ live, configuredModel }: TwinIndex) {
  if (configuredModel && live.model !== configuredModel && live.passages > 0) {
    const words = live.model
      ? `This instance is set to ${configuredModel} now. This twin stays with ${live.model} until you change it.`
      : `This instance can match by meaning now, with ${configuredModel}. What this twin was taught is found by words until you change it.`;
    return { words, action: `Try ${configuredModel}…`, model: configuredModel };
  }
  const missing = live.model ? live.passages - live.vectors : 0;
  if (missing > 0) {
    const words = `${countOf(missing, "passage")} of ${live.passages} have no vector: they are found by their words alone.`;
    return { words, action: "Fill up…", model: live.model ?? undefined };
  }
  if (live.uncut > 0) {
    const words = `${countOf(live.uncut, "source")} are still cut otherwise than the others.`;
    return { words, action: "Cut anew…", model: undefined };
  }
  return null;
}
