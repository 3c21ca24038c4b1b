import { RehearsedAnswer } from "#features/explorer/rehearsed-answer.tsx";
import { StageTimings } from "#features/explorer/stage-timings.tsx";
import { AnswerFacts } from "./answer-facts.tsx";
import { CAUSE_WORDS } from "./cause-words.ts";
import { LookedPassages } from "./looked-passages.tsx";
import { MendLinks } from "./mend-links.tsx";
import type { MessageTrace } from "./message-trace.ts";
import { PolicyStory } from "./policy-story.tsx";

/** From the question to the answer, with what to do where it went wrong. */
export function AnswerStory({ trace }: { trace: MessageTrace }) {
  const { twinId, prompt, timingsMs } = trace;
  const cause = CAUSE_WORDS[trace.cause];
  return (
    <div className="grid grid-cols-1 gap-6">
      <section className="grid gap-1 rounded-lg border border-line px-4 py-3">
        <h3 className="font-semibold">{cause.label}</h3>
        <p className="text-sm text-pretty text-muted">{cause.why}</p>
        <MendLinks trace={trace} />
      </section>
      <AnswerFacts trace={trace} />
      {trace.policy && <PolicyStory policy={trace.policy} />}
      <LookedPassages trace={trace} />
      <StageTimings exploration={{ timingsMs, hasDense: timingsMs.dense !== undefined }} />
      {prompt && (
        <details>
          <summary className="cursor-pointer font-semibold">The prompt, as it was sent</summary>
          {prompt.map(({ role, content }, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a prompt never changes.
            <div key={at} className="mt-2 grid grid-cols-1 gap-1">
              <h4 className="text-xs font-medium text-faint">{role}</h4>
              <pre className="rounded-md bg-sunken p-3 font-mono text-xs break-words whitespace-pre-wrap">
                {content}
              </pre>
            </div>
          ))}
        </details>
      )}
      <section className="grid grid-cols-1 gap-2">
        <h3 className="font-semibold">Under the draft</h3>
        <RehearsedAnswer asked={{ twinId, query: trace.standalone, earlier: [] }} settings={{}} />
      </section>
    </div>
  );
}
