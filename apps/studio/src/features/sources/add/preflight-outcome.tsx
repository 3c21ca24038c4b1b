import { CircleAlert, LoaderCircle } from "lucide-react";
import { explainFailure } from "#lib/explain-failure.ts";
import { failureWords } from "../failure-words.ts";
import { ExistingSource } from "./existing-source.tsx";
import { languageWords } from "./language-words.ts";
import type { PreflightItem } from "./preflight-item.ts";
import { preflightWords } from "./preflight-words.ts";
import type { usePreflight } from "./use-preflight.ts";

const LINE = "flex items-center gap-1.5 text-sm [&_svg]:size-4 [&_svg]:shrink-0";

/** What adding would bring, before anything is added. */
export function PreflightOutcome({
  twinId,
  preflight: { item, error, isLooking },
}: {
  twinId: string;
  preflight: ReturnType<typeof usePreflight>;
}) {
  return (
    <div aria-live="polite" className="grid min-h-6 grid-cols-1 gap-1.5">
      {isLooking && (
        <p className={`${LINE} text-muted`}>
          <LoaderCircle aria-hidden className="animate-spin" />
          Looking…
        </p>
      )}
      {!isLooking && error && <Problem>{explainFailure(error).text}</Problem>}
      {!isLooking && item && <Item twinId={twinId} item={item} />}
    </div>
  );
}

function Item({ twinId, item }: { twinId: string; item: PreflightItem }) {
  const captions = item.captions ?? [];
  return (
    <div className="grid grid-cols-1 gap-1 rounded-lg border border-line p-3">
      <p className="font-medium break-words">{item.title ?? item.url}</p>
      <p className="text-sm text-muted">{preflightWords(item)}</p>
      {captions.length > 0 && (
        <p className="text-sm text-muted">Captions: {captions.map(languageWords).join("; ")}</p>
      )}
      {item.duplicateOf && <ExistingSource twinId={twinId} sourceId={item.duplicateOf} />}
      {item.problem && <Problem>{failureWords(item.problem)}</Problem>}
    </div>
  );
}

function Problem({ children }: { children: string }) {
  return (
    <p className={`${LINE} text-bad`}>
      <CircleAlert aria-hidden />
      <span className="min-w-0">{children}</span>
    </p>
  );
}
