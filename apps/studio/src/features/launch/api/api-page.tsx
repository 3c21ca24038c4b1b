import { useNavigate, useSearch } from "@tanstack/react-router";
import { useId, useState } from "react";
import { FORMS } from "#app/api-search.ts";
import { FormSection } from "#features/twins/form-section.tsx";
import { useTwin } from "#features/twins/use-twin.ts";
import { usePageTitle } from "#lib/use-page-title.ts";
import { Field } from "#ui/field.tsx";
import { Input } from "#ui/input.tsx";
import { Segmented } from "#ui/segmented.tsx";
import { type Called, callExamples } from "./call-examples.ts";
import { ExampleBox } from "./example-box.tsx";
import { FORM_WORDS } from "./form-words.ts";
import { KeyField } from "./key-field.tsx";

const NO_KEY = "us_sk_…";
const CHOICES = FORMS.map((value) => ({ value, label: FORM_WORDS[value].label }));

/** How a program asks this twin: ready to copy, and tried from here. */
export function ApiPage() {
  const twin = useTwin();
  usePageTitle("API", twin.name);
  const navigate = useNavigate({ from: "/twins/$twinId/launch/api" });
  const { by: form = "client" } = useSearch({ from: "/studio/twins/$twinId/launch/api" });
  const [apiKey, setApiKey] = useState("");
  const [question, setQuestion] = useState(twin.starterQuestions[0] ?? "What can you tell me?");
  const headingId = useId();
  const called: Called = {
    origin: window.location.origin,
    twinId: twin.id,
    handle: twin.handle,
    question,
    apiKey: apiKey || NO_KEY,
  };
  return (
    <div className="grid content-start px-6 max-md:px-4">
      <FormSection
        title="Key"
        detail="Programs show a secret key. It belongs on servers, never in a page or an app."
      >
        <KeyField twin={twin} apiKey={apiKey} onChange={setApiKey} />
      </FormSection>
      <section aria-labelledby={headingId} className="grid gap-4 py-6">
        <h2 id={headingId} className="font-semibold">
          Ask {twin.name} from a program
        </h2>
        <div className="max-w-xl">
          <Field label="Question">
            {(ids) => (
              <Input
                {...ids}
                maxLength={500}
                value={question}
                onChange={(event) => setQuestion(event.target.value)}
              />
            )}
          </Field>
        </div>
        <div className="overflow-x-auto">
          <Segmented
            label="Form"
            value={form}
            onChange={(chosen) => navigate({ search: { by: chosen }, replace: true })}
            choices={CHOICES}
          />
        </div>
        <ExampleBox
          form={form}
          code={callExamples(called)[form]}
          called={called}
          canRun={apiKey !== "" && question.trim() !== ""}
        />
      </section>
    </div>
  );
}
