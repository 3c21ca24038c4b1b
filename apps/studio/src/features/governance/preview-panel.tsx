import { keepPreviousData, useQuery } from "@tanstack/react-query";
import type { GovernancePreview, GovernanceRules } from "@understudy/core/governance/contract";
import { type ReactNode, useState } from "react";
import { useTRPCClient } from "#lib/trpc.ts";
import { useSettled } from "#lib/use-settled.ts";
import { Field } from "#ui/field.tsx";
import { Textarea } from "#ui/textarea.tsx";
import { GovernedProviders } from "./governed-providers.tsx";
import { PERSONAL_WORDS } from "./personal-words.ts";

const SETTLED_MS = 300;
const EXAMPLE =
  "Returns are guaranteed. Write to ann@example.org or call +49 170 1234567 about card 4111 1111 1111 1111.";

/** What the rules, as they are typed, would make of a text. */
export function PreviewPanel({
  twinId,
  changes,
}: {
  twinId: string | null;
  changes: Partial<GovernanceRules>;
}) {
  const client = useTRPCClient();
  const [text, setText] = useState(EXAMPLE);
  const tried = useSettled(JSON.stringify({ twinId, text, rules: changes }), SETTLED_MS);
  const { data, isError } = useQuery({
    queryKey: ["governance.preview", tried],
    queryFn: () => client.governance.preview.mutate(JSON.parse(tried)),
    placeholderData: keepPreviousData,
    retry: false,
    meta: { inline: true },
  });
  return (
    <aside
      aria-label="Preview"
      className="grid w-[26rem] shrink-0 content-start gap-4 overflow-y-auto border-line p-4 max-xl:w-full max-xl:border-b xl:border-l"
    >
      <Field
        label="Try the rules on a text"
        hint="As they are typed here, before they are saved. Nothing of it is kept."
      >
        {(ids) => (
          <Textarea
            {...ids}
            rows={3}
            maxLength={8_000}
            value={text}
            onChange={(event) => setText(event.target.value)}
          />
        )}
      </Field>
      <div aria-live="polite" className="grid gap-4">
        {isError && (
          <p className="text-sm text-warn">
            Complete the rule that is being typed to see what it does.
          </p>
        )}
        {data && !isError && <Effect preview={data} />}
      </div>
    </aside>
  );
}

function Effect({ preview }: { preview: GovernancePreview }) {
  const { asQuestion, asAnswer, providers } = preview;
  const { stored, sent, refused } = asQuestion;
  const { said, withheld, disclaimers } = asAnswer;
  return (
    <>
      <Part title="As a visitor's question">
        <Line label="Kept" text={stored.text} found={stored.found} />
        <Line label="Sent to a provider" text={sent.text} found={sent.found} />
        <p className="text-sm">
          {refused
            ? `Refused, by “${refused.subject}”: “${refused.reply || "That is not something I speak about."}”`
            : "Not refused."}
        </p>
      </Part>
      <Part title="As an answer">
        <Line label="Said" text={said.text || "Nothing is left of it."} found={said.found} />
        {withheld.map(({ text, subject, instead }) => (
          <p key={text} className="text-sm">
            <span className="break-words text-muted line-through">{text}</span> Not said, by “
            {subject}”{instead && `; said instead: ${instead}`}
          </p>
        ))}
        {disclaimers.map((each) => (
          <p key={each} className="text-sm">
            Added: “{each}”
          </p>
        ))}
      </Part>
      <Part title="Called outside">
        <GovernedProviders providers={providers} />
      </Part>
    </>
  );
}

function Part({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className="grid gap-2 border-t border-line pt-3">
      <h2 className="text-sm font-semibold">{title}</h2>
      {children}
    </section>
  );
}

function Line({
  label,
  text,
  found,
}: {
  label: string;
  text: string;
  found: GovernancePreview["asAnswer"]["said"]["found"];
}) {
  const kinds = [...new Set(found)].map((kind) => PERSONAL_WORDS[kind].label.toLowerCase());
  return (
    <div className="grid gap-0.5">
      <p className="text-xs text-faint">
        {label}
        {kinds.length > 0 && `, without ${kinds.join(", ")}`}
      </p>
      <p className="rounded-md bg-sunken px-3 py-2 text-sm break-words whitespace-pre-wrap">
        {text}
      </p>
    </div>
  );
}
