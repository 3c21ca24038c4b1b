import { useState } from "react";
import { readTextFile } from "#lib/read-text-file.ts";
import { Field } from "#ui/field.tsx";
import { FormError } from "#ui/form-error.tsx";

/** The server takes this many characters. */
const MAX_CHARACTERS = 900_000;

export function ImportFile({ onRead }: { onRead: (csv: string) => void }) {
  const [problem, setProblem] = useState<string | null>(null);
  const take = async (file: File | undefined) => {
    if (!file) return;
    const text = await readTextFile(file);
    const refused =
      text.trim() === ""
        ? "There is nothing in this file."
        : text.length > MAX_CHARACTERS
          ? "This file is too long for one import. Cut it in two."
          : null;
    setProblem(refused);
    if (!refused) onRead(text);
  };
  return (
    <>
      <Field label="File">
        {(ids) => (
          <input
            {...ids}
            type="file"
            accept=".csv,.tsv,.txt,text/csv,text/tab-separated-values"
            className="text-sm text-muted file:mr-3 file:h-8 file:rounded-md file:border file:border-rim file:bg-surface file:px-3 file:font-medium file:text-ink"
            onChange={(event) => void take(event.target.files?.[0])}
          />
        )}
      </Field>
      {problem && <FormError>{problem}</FormError>}
    </>
  );
}
