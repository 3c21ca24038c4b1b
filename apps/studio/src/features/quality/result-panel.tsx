import { Link, useNavigate } from "@tanstack/react-router";
import { buttonLook } from "#ui/button.tsx";
import { PanelHead } from "#ui/panel-head.tsx";
import { SidePanel } from "#ui/side-panel.tsx";
import { OutcomeView } from "./outcome-view.tsx";
import type { Result, RunDetail } from "./quality.ts";
import { subjectWords } from "./run-words.ts";

/** One test of a run: both answers side by side, and what each expectation made of them. */
export function ResultPanel({ run, result }: { run: RunDetail; result: Result }) {
  const navigate = useNavigate({ from: "/twins/$twinId/runs/$runId" });
  const close = () => void navigate({ search: (now) => ({ ...now, result: undefined }) });
  const { twinId } = run;
  const { tested, compared, question, testId } = result;
  return (
    <SidePanel label="Result" isWide={compared !== null} onClose={close}>
      <PanelHead title={question} isRuled onClose={close} />
      <div className="min-h-0 flex-1 overflow-y-auto p-4">
        <div className={compared ? "grid gap-6 md:grid-cols-2" : "grid gap-6"}>
          {tested ? (
            <OutcomeView title={subjectWords(run)} twinId={twinId} outcome={tested} />
          ) : (
            <p className="text-muted">It was not asked yet.</p>
          )}
          {compared && (
            <OutcomeView
              title={run.comparedReleaseId ? "What visitors get now" : "The run before"}
              twinId={twinId}
              outcome={compared}
            />
          )}
        </div>
        <div className="mt-6 flex flex-wrap gap-2 border-t border-line pt-4">
          <Link
            to="/twins/$twinId/tests"
            params={{ twinId }}
            search={{ test: testId }}
            className={buttonLook({ size: "small" })}
          >
            Edit the test
          </Link>
          <Link
            to="/twins/$twinId/explorer"
            params={{ twinId }}
            search={{ q: question }}
            className={buttonLook({ size: "small" })}
          >
            See what is found
          </Link>
        </div>
      </div>
    </SidePanel>
  );
}
