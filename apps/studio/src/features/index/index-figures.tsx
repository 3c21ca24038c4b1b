import { formatBytes } from "#lib/format-bytes.ts";
import { countOf, formatCount } from "#lib/format-count.ts";
import type { Candidate, TwinIndex } from "./use-index.ts";

/** An index in figures. */
export function IndexFigures({ of }: { of: TwinIndex["live"] | Candidate }) {
  const { model, dimensions, chunking, sources, passages, vectors, vectorBytes } = of;
  const facts: [string, string][] = [
    ["Embedding model", model ?? "None: words alone"],
    ["Passages", `${formatCount(passages)} from ${countOf(sources, "source")}`],
    ["Cut at", `${chunking.targetWords} words, ${chunking.overlapWords} of them repeated`],
  ];
  if (model) {
    const size = dimensions ? ` of ${formatCount(dimensions)} numbers` : "";
    const room = vectorBytes > 0 ? `, ${formatBytes(vectorBytes)}` : "";
    facts.push(["Vectors", `${formatCount(vectors)}${size}${room}`]);
  }
  return (
    <dl className="grid grid-cols-[9rem_1fr] gap-x-4 gap-y-1.5 tabular-nums max-md:grid-cols-[7.5rem_1fr]">
      {facts.map(([term, value]) => (
        <div key={term} className="contents">
          <dt className="text-muted">{term}</dt>
          <dd className="min-w-0 break-words">{value}</dd>
        </div>
      ))}
    </dl>
  );
}
