import { FormSection } from "./form-section.tsx";
import { NeedsModel } from "./needs-model.tsx";
import { TextField } from "./text-field.tsx";
import type { CharacterDraft } from "./use-character-draft.ts";

export function VoiceFields({ form }: { form: CharacterDraft }) {
  return (
    <FormSection
      title="Voice"
      detail="Used when a language model writes the answers. Without one, answers are quoted word for word."
    >
      <NeedsModel what="Both do" />
      <TextField
        form={form}
        name="speakingStyle"
        label="Speaking style"
        maxLength={2_000}
        rows={2}
        placeholder="Warm, direct, short sentences. Speaks of “we”. No jargon."
      />
      <TextField
        form={form}
        name="instructions"
        label="Instructions"
        maxLength={8_000}
        rows={4}
        placeholder="When someone asks about prices, name the page where they stand."
      />
    </FormSection>
  );
}
