import { useSuspenseQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useTRPC } from "#lib/trpc.ts";
import { CopyButton } from "#ui/copy-button.tsx";
import { Segmented } from "#ui/segmented.tsx";
import { Select } from "#ui/select.tsx";
import { curlExample, openAiExample } from "./examples.ts";

const LANGUAGES = [
  { value: "curl", label: "curl" },
  { value: "openai", label: "openai (JavaScript)" },
] as const;

/** Ready to paste, for the twin that is chosen. */
export function KeyExamples() {
  const trpc = useTRPC();
  const { data } = useSuspenseQuery(trpc.twin.list.queryOptions({ limit: 100 }));
  const [chosen, setChosen] = useState<string>();
  const [language, setLanguage] = useState<(typeof LANGUAGES)[number]["value"]>("curl");
  const handle = chosen ?? data.items[0]?.handle;
  if (!handle) return null;
  const example = { origin: window.location.origin, handle };
  const code = language === "curl" ? curlExample(example) : openAiExample(example);
  return (
    <section className="grid gap-3 px-6 py-8 max-md:px-4" aria-labelledby="examples">
      <h2 id="examples" className="font-semibold">
        Ask a twin
      </h2>
      <div className="flex flex-wrap items-center gap-2">
        <Segmented label="Language" value={language} onChange={setLanguage} choices={LANGUAGES} />
        <Select
          aria-label="Twin of the example"
          className="w-48"
          value={handle}
          onChange={(event) => setChosen(event.target.value)}
        >
          {data.items.map((twin) => (
            <option key={twin.id} value={twin.handle}>
              {twin.name}
            </option>
          ))}
        </Select>
        <CopyButton text={code} label="Copy example" />
      </div>
      <pre
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls must be reachable by keyboard.
        tabIndex={0}
        className="overflow-x-auto rounded-lg border border-line bg-sunken p-4 font-mono text-sm leading-5"
      >
        <code>{code}</code>
      </pre>
    </section>
  );
}
