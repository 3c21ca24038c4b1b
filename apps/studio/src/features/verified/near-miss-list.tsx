import { NearMisses } from "./near-misses.tsx";

/** Of all verified answers of a twin. */
export function NearMissList({ twinId }: { twinId: string }) {
  return (
    <div className="max-w-4xl px-6 py-4 max-md:px-4">
      <p className="mb-4 text-pretty text-muted">
        Questions that were like a verified answer and did not get it, the latest first. Most are
        rightly refused; where one asks for the same, add it as a phrasing.
      </p>
      <NearMisses twinId={twinId} />
    </div>
  );
}
