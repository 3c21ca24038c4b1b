import { explainFailure } from "#lib/explain-failure.ts";
import { FormError } from "./form-error.tsx";

/** What went wrong with a form's last attempt, with the reference to hand on. */
export function FormFailure({ error }: { error: unknown }) {
  if (!error) return null;
  const { text, correlationId } = explainFailure(error);
  return (
    <FormError>
      {text}
      {correlationId && <p className="mt-1 text-xs select-all">Reference {correlationId}</p>}
    </FormError>
  );
}
