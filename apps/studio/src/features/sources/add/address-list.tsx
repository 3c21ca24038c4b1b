import { countOf } from "#lib/format-count.ts";
import { Field } from "#ui/field.tsx";
import { Textarea } from "#ui/textarea.tsx";
import { readAddresses } from "./read-addresses.ts";

export function AddressList({
  value,
  onChange,
}: {
  value: string;
  onChange: (list: string) => void;
}) {
  return (
    <Field
      label="Addresses"
      hint={`One a line. ${countOf(readAddresses(value).length, "page")} so far.`}
    >
      {(ids) => (
        <Textarea
          {...ids}
          rows={6}
          required
          spellCheck={false}
          placeholder={"https://example.com/courses\nhttps://example.com/prices"}
          value={value}
          onChange={(event) => onChange(event.target.value)}
        />
      )}
    </Field>
  );
}
