import { isGone } from "#lib/explain-failure.ts";
import { FormFailure } from "./form-failure.tsx";

/** Why a side panel is empty: what it names is gone, or could not be read. */
export function PanelFailure({ error, gone }: { error: unknown; gone: string }) {
  if (!error) return null;
  return <div className="p-4">{isGone(error) ? <p>{gone}</p> : <FormFailure error={error} />}</div>;
}
