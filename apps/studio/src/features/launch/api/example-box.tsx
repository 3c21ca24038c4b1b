import { Play } from "lucide-react";
import type { Form } from "#app/api-search.ts";
import { Button } from "#ui/button.tsx";
import { CopyButton } from "#ui/copy-button.tsx";
import type { Called } from "./call-examples.ts";
import { FORM_WORDS } from "./form-words.ts";
import { ReplyBox } from "./reply-box.tsx";
import { useRun } from "./use-run.ts";

export function ExampleBox({
  form,
  code,
  called,
  canRun,
}: {
  form: Form;
  code: string;
  called: Called;
  canRun: boolean;
}) {
  const { run, start } = useRun(form, called);
  const { label, detail, runs } = FORM_WORDS[form];
  return (
    <div className="grid max-w-4xl gap-3">
      <p className="max-w-2xl text-pretty text-sm text-muted">{detail}</p>
      <section
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls must be reachable by keyboard.
        tabIndex={0}
        aria-label={`Example, ${label}`}
        className="overflow-x-auto rounded-lg border border-line bg-sunken p-4 font-mono text-sm leading-5"
      >
        <pre>
          <code>{code}</code>
        </pre>
      </section>
      <div className="flex flex-wrap items-center gap-2">
        <CopyButton text={code} label="Copy example" size="medium" />
        <Button
          variant="primary"
          disabled={!canRun || run.state === "running"}
          onClick={() => void start()}
        >
          <Play aria-hidden />
          Run it
        </Button>
        <span className="text-sm text-muted">{canRun ? runs : "Running it takes a key."}</span>
      </div>
      <ReplyBox run={run} />
    </div>
  );
}
