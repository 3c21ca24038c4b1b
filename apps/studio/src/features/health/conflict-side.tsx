import { Link } from "@tanstack/react-router";
import { BadgeCheck, FileText, Quote } from "lucide-react";
import { Fragment, type ReactNode } from "react";
import type { DiffPart } from "#features/sources/history/diff-words.ts";
import { useTwin } from "#features/twins/use-twin.ts";
import type { Contradiction, Owner } from "./finding.ts";

const CONTEXT_CHARACTERS = 160;

/** One side of a contradiction: who says it, and the sentence in what stands around it. */
export function ConflictSide({
  side: { chunkId, text, start, end },
  owner,
  parts,
  action,
}: {
  side: Contradiction["sides"][number];
  owner: Owner;
  /** The sentence; what the other side has not is no `same`. */
  parts: readonly DiffPart[];
  action: ReactNode;
}) {
  const before = text.slice(0, start);
  const after = text.slice(end);
  return (
    <section
      aria-label={owner.title}
      className="grid min-w-0 grid-cols-1 content-start gap-2 rounded-lg border border-line p-3"
    >
      <div className="flex items-start justify-between gap-2">
        <h3 className="min-w-0 text-sm font-medium">
          <OwnerLink owner={owner} chunkId={chunkId} />
        </h3>
        {action}
      </div>
      <p className="text-sm break-words whitespace-pre-wrap text-faint">
        {before.length > CONTEXT_CHARACTERS && "…"}
        {before.slice(-CONTEXT_CHARACTERS)}
        <span className="text-base text-ink">
          {parts.map((part, index) =>
            part.kind === "same" ? (
              part.text
            ) : (
              // biome-ignore lint/suspicious/noArrayIndexKey: the parts of a finished text never move.
              <Fragment key={index}>
                {part.text.slice(0, part.text.length - part.text.trimStart().length)}
                <mark className="rounded-[3px] bg-mark text-ink">{part.text.trimStart()}</mark>
              </Fragment>
            ),
          )}
        </span>
        {after.slice(0, CONTEXT_CHARACTERS)}
        {after.length > CONTEXT_CHARACTERS && "…"}
      </p>
    </section>
  );
}

const LINK = "flex min-w-0 items-center gap-1.5 hover:underline [&_svg]:size-4 [&_svg]:shrink-0";

function OwnerLink({
  owner: { kind, id, title },
  chunkId,
}: {
  owner: Owner;
  chunkId: string | null;
}) {
  const params = { twinId: useTwin().id };
  switch (kind) {
    case "verified":
      return (
        <Link to="/twins/$twinId/verified" params={params} search={{ answer: id }} className={LINK}>
          <BadgeCheck aria-label="Verified answer" />
          <span className="truncate">{title}</span>
        </Link>
      );
    case "belief":
      return (
        <Link to="/twins/$twinId/beliefs" params={params} search={{ belief: id }} className={LINK}>
          <Quote aria-label="Belief" />
          <span className="truncate">{title}</span>
        </Link>
      );
    case "source":
      return (
        <Link
          to="/twins/$twinId/sources/$sourceId"
          params={{ ...params, sourceId: id }}
          search={chunkId ? { passage: chunkId } : {}}
          className={LINK}
        >
          <FileText aria-label="Source" />
          <span className="truncate">{title}</span>
        </Link>
      );
  }
}
