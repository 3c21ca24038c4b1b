import { Select } from "./select.tsx";

/** Narrows a list to one of a few values, or to any. */
export function FilterChoice<Value extends string>({
  label,
  value,
  names,
  onChange,
}: {
  label: string;
  value: Value | undefined;
  names: Record<Value, string>;
  onChange: (value: Value | undefined) => void;
}) {
  return (
    <Select
      aria-label={label}
      value={value ?? ""}
      onChange={(event) => onChange((event.target.value || undefined) as Value | undefined)}
    >
      <option value="">{label}: any</option>
      {Object.entries<string>(names).map(([each, name]) => (
        <option key={each} value={each}>
          {name}
        </option>
      ))}
    </Select>
  );
}
