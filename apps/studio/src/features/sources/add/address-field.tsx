import type { ReactNode } from "react";
import { Field } from "#ui/field.tsx";
import { Input } from "#ui/input.tsx";
import { readAddress } from "../read-address.ts";
import { type AddedKind, kindOfAddress } from "./added-kinds.ts";

const MAX_CHARACTERS = 2_048;

/** An address of the web; one that is pasted whole leads to the form that fits it. */
export function AddressField({
  kind,
  value,
  hint,
  placeholder,
  onChange,
  onKind,
}: {
  kind: AddedKind;
  value: string;
  hint: ReactNode;
  placeholder: string;
  onChange: (address: string) => void;
  onKind: (kind: AddedKind) => void;
}) {
  return (
    <Field label="Address" hint={hint}>
      {(ids) => (
        <Input
          {...ids}
          autoFocus
          required
          inputMode="url"
          autoComplete="url"
          spellCheck={false}
          maxLength={MAX_CHARACTERS}
          placeholder={placeholder}
          value={value}
          onChange={(event) => onChange(event.target.value)}
          onPaste={(event) => {
            const address = readAddress(event.clipboardData.getData("text/plain"));
            if (!address || value !== "" || kindOfAddress(address) === kind) return;
            event.preventDefault();
            onChange(address);
            onKind(kindOfAddress(address));
          }}
        />
      )}
    </Field>
  );
}
