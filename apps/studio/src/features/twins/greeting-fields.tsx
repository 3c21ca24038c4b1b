import { Plus, X } from "lucide-react";
import { Button } from "#ui/button.tsx";
import { IconButton } from "#ui/icon-button.tsx";
import { Input } from "#ui/input.tsx";
import { FormSection } from "./form-section.tsx";
import { TextField } from "./text-field.tsx";
import type { CharacterDraft } from "./use-character-draft.ts";

const MAX_QUESTIONS = 8;

export function GreetingFields({ form }: { form: CharacterDraft }) {
  return (
    <FormSection title="Greeting" detail="How a conversation begins.">
      <TextField
        form={form}
        name="firstMessage"
        label="First message"
        maxLength={1_000}
        rows={2}
        placeholder="Hello, I'm Nora's twin. What are you negotiating?"
      />
      <StarterQuestions form={form} />
    </FormSection>
  );
}

function StarterQuestions({ form: { draft, change } }: { form: CharacterDraft }) {
  const questions = draft.starterQuestions;
  const replace = (index: number, ...by: string[]) =>
    change({ starterQuestions: questions.toSpliced(index, 1, ...by) });
  return (
    <fieldset className="grid gap-1.5">
      <legend className="mb-1.5 text-sm font-medium">Starter questions</legend>
      {questions.map((question, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a question being typed has no other identity.
        <div key={index} className="flex gap-1">
          <Input
            aria-label={`Starter question ${index + 1}`}
            maxLength={200}
            value={question}
            onChange={(event) => replace(index, event.target.value)}
          />
          <IconButton label={`Remove question ${index + 1}`} onClick={() => replace(index)}>
            <X aria-hidden />
          </IconButton>
        </div>
      ))}
      {questions.length < MAX_QUESTIONS && (
        <div>
          <Button size="small" onClick={() => change({ starterQuestions: [...questions, ""] })}>
            <Plus aria-hidden />
            Add a question
          </Button>
        </div>
      )}
    </fieldset>
  );
}
