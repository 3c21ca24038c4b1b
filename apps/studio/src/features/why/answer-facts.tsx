import type { ReactNode } from "react";
import { shareWords } from "#features/index/share-words.ts";
import { FAILURE_WORDS } from "#features/providers/provider-words.ts";
import { formatCount } from "#lib/format-count.ts";
import { formatMoney } from "#lib/format-money.ts";
import { DEGRADED_WORDS } from "./cause-words.ts";
import type { MessageTrace } from "./message-trace.ts";

export function AnswerFacts({ trace }: { trace: MessageTrace }) {
  const { question, standalone, release, degradedBecause, verified, tokens, cost, finish } = trace;
  const { supportedShare, model } = trace.message;
  const percent = (share: number) => `${Math.round(share * 100)} %`;
  return (
    <dl className="grid grid-cols-[8rem_minmax(0,1fr)] gap-x-3 gap-y-1.5 text-sm">
      <Fact label="Asked">{question}</Fact>
      {standalone !== question && <Fact label="Searched for">{standalone}</Fact>}
      {trace.translations.length > 0 && (
        <Fact label="Also in">{trace.translations.join(" · ")}</Fact>
      )}
      <Fact label="Character">{release ? `Release ${release.number}` : "The draft"}</Fact>
      <Fact label="Written by">{writerWords(trace.writer, model, trace.message.verified)}</Fact>
      {degradedBecause && (
        <Fact label="Not by the model">
          {DEGRADED_WORDS[degradedBecause] ?? FAILURE_WORDS[degradedBecause] ?? degradedBecause}
        </Fact>
      )}
      {finish && finish !== "stop" && <Fact label="It ended">{finish}</Fact>}
      {supportedShare !== null && <Fact label="Supported">{percent(supportedShare)}</Fact>}
      {trace.confidence !== null && <Fact label="Confidence">{percent(trace.confidence)}</Fact>}
      {trace.denseShare !== null && (
        <Fact label="Meaning counted">{shareWords(trace.denseShare)}</Fact>
      )}
      {verified && (
        <Fact label="Verified answer">
          “{verified.phrasing}”, {percent(verified.score)} alike
          {verified.because === null ? ": given" : ": not the same question"}
        </Fact>
      )}
      {tokens && (
        <Fact label="Tokens">
          {formatCount(tokens.input)} in, {formatCount(tokens.output)} out
          {cost && `, ${formatMoney(cost.amount, cost.currency)}`}
        </Fact>
      )}
    </dl>
  );
}

function writerWords(
  writer: MessageTrace["writer"],
  model: string | null,
  isVerified: boolean,
): string {
  if (writer === "model") return model ?? "A model";
  if (writer === "quotation") return "Quoted from the sources";
  return isVerified ? "You, word for word" : "Nobody: nothing was searched";
}

function Fact({ label, children }: { label: string; children: ReactNode }) {
  return (
    <div className="col-span-2 grid grid-cols-subgrid">
      <dt className="text-faint">{label}</dt>
      <dd className="min-w-0 break-words">{children}</dd>
    </div>
  );
}
