import { Skeleton } from "#ui/skeleton.tsx";
import { CorrectionCard } from "./correction-card.tsx";
import { needsLook, type Overlay } from "./overlay.ts";
import { useCorrections } from "./use-corrections.ts";

/** The corrections of a source, those that wait for a look first. */
export function CorrectionList({
  twinId,
  sourceId,
  onShow,
}: {
  twinId: string;
  sourceId: string;
  onShow: (chunkId: string) => void;
}) {
  const { overlays, isComplete } = useCorrections({ twinId, sourceId });
  if (overlays.length === 0) {
    return isComplete ? (
      <p className="max-w-prose p-4 text-pretty text-muted">
        Nothing is corrected here. A passage's menu lets you correct its words, hide it from answers
        or pin it to the top; that lasts when the source is fetched again.
      </p>
    ) : (
      <Skeleton className="m-4 h-24" />
    );
  }
  return (
    <>
      <Group title="To look at" overlays={overlays.filter(needsLook)} onShow={onShow} />
      <Group
        title="In force"
        overlays={overlays.filter((overlay) => !needsLook(overlay))}
        onShow={onShow}
      />
    </>
  );
}

function Group({
  title,
  overlays,
  onShow,
}: {
  title: string;
  overlays: readonly Overlay[];
  onShow: (chunkId: string) => void;
}) {
  if (overlays.length === 0) return null;
  return (
    <section aria-label={title}>
      <h3 className="border-b border-line bg-sunken px-4 py-1.5 text-xs font-medium text-muted">
        {title} · {overlays.length}
      </h3>
      <ul>
        {overlays.map((overlay) => (
          <CorrectionCard key={overlay.id} overlay={overlay} onShow={onShow} />
        ))}
      </ul>
    </section>
  );
}
