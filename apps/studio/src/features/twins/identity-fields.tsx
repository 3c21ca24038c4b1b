import { FormSection } from "./form-section.tsx";
import { NeedsModel } from "./needs-model.tsx";
import { PictureField } from "./picture-field.tsx";
import { TextField } from "./text-field.tsx";
import type { CharacterDraft } from "./use-character-draft.ts";

export function IdentityFields({ form }: { form: CharacterDraft }) {
  return (
    <FormSection title="Identity" detail="What visitors see before they ask.">
      <PictureField form={form} />
      <TextField form={form} name="name" label="Name" maxLength={80} required />
      <TextField
        form={form}
        name="handle"
        label="Handle"
        maxLength={40}
        hint="Its name in addresses and in the API: 3 to 40 lower-case letters, digits and hyphens. Whoever uses the old one has to change it."
        required
      />
      <TextField
        form={form}
        name="headline"
        label="Headline"
        maxLength={160}
        placeholder="Negotiation coach and author"
      />
      <TextField form={form} name="bio" label="Bio" maxLength={4_000} rows={3} />
      <TextField
        form={form}
        name="purpose"
        label="What it is for"
        maxLength={2_000}
        rows={2}
        placeholder="Answers questions about my negotiation course for people who take it."
      />
      <NeedsModel what="What it is for does" />
    </FormSection>
  );
}
