import { Link } from "@tanstack/react-router";
import { BadgeCheck, CircleDashed } from "lucide-react";
import { whyNotWords } from "#features/verified/why-not-words.ts";
import { PlainMarkdown } from "#ui/markdown/plain-markdown.tsx";
import type { Exploration } from "./use-exploration.ts";

/** How the question was understood, and whether the owner's own words would be given instead. */
export function Understanding({
  twinId,
  query,
  exploration: { standalone, translations, verified, hasDense },
}: {
  twinId: string;
  query: string;
  exploration: Exploration;
}) {
  return (
    <div className="grid grid-cols-1 gap-2 text-pretty">
      {standalone !== query && (
        <p>
          <span className="text-muted">Searched for as</span>{" "}
          <q className="font-medium">{standalone}</q>
        </p>
      )}
      {translations.length > 0 && (
        <p>
          <span className="text-muted">And in the sources' languages as</span>{" "}
          <q className="font-medium">{translations.join(" · ")}</q>
        </p>
      )}
      <VerifiedVerdict twinId={twinId} verified={verified} />
      {verified.others.length > 0 && (
        <ul className="grid gap-1 pl-6 text-sm text-muted">
          {verified.others.map(({ verifiedAnswerId, phrasing, score, because }) => (
            <li key={verifiedAnswerId}>
              Also near: <AnswerLink {...{ twinId, verifiedAnswerId, phrasing }} />, likeness{" "}
              {score.toFixed(2)}
              {because && `; ${whyNotWords(because)}`}
            </li>
          ))}
        </ul>
      )}
      {!hasDense && (
        <p className="text-sm text-muted">
          No model embeds, so words spelt alike stand in for meaning.
        </p>
      )}
    </div>
  );
}

function VerifiedVerdict({
  twinId,
  verified: { answer, nearest },
}: {
  twinId: string;
  verified: Exploration["verified"];
}) {
  if (!nearest) {
    return (
      <p className="flex gap-2 text-muted">
        <CircleDashed aria-hidden className="mt-0.5 size-4 shrink-0" />
        No verified answer is near.
      </p>
    );
  }
  const link = <AnswerLink twinId={twinId} {...nearest} />;
  const likeness = `likeness ${nearest.score.toFixed(2)}, decided by ${nearest.decidedBy === "model" ? "the model" : "its words"}`;
  if (answer !== null) {
    return (
      <div className="grid gap-1 rounded-lg bg-good-soft px-4 py-3">
        <p className="flex gap-2 font-medium text-good">
          <BadgeCheck aria-hidden className="mt-0.5 size-4 shrink-0" />
          <span>The verified answer is given: {link}</span>
        </p>
        <div className="pl-6">
          <PlainMarkdown text={answer} />
        </div>
        <p className="pl-6 text-sm text-muted">{likeness}</p>
      </div>
    );
  }
  return (
    <p className="flex gap-2">
      <CircleDashed aria-hidden className="mt-0.5 size-4 shrink-0 text-muted" />
      <span>
        The verified answer {link} is near and not given: {whyNotWords(nearest.because ?? "")} (
        {likeness}).
      </span>
    </p>
  );
}

function AnswerLink({
  twinId,
  verifiedAnswerId,
  phrasing,
}: {
  twinId: string;
  verifiedAnswerId: string;
  phrasing: string;
}) {
  return (
    <Link
      to="/twins/$twinId/verified"
      params={{ twinId }}
      search={{ answer: verifiedAnswerId }}
      className="font-medium underline underline-offset-4"
    >
      {phrasing}
    </Link>
  );
}
