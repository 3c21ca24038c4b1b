import { FormSection } from "./form-section.tsx";
import { StarterQuestions } from "./starter-questions.tsx";
import { TextField } from "./text-field.tsx";
import type { CharacterDraft } from "./use-character-draft.ts";

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
      <StarterQuestions
        questions={form.draft.starterQuestions}
        onChange={(starterQuestions) => form.change({ starterQuestions })}
      />
    </FormSection>
  );
}
