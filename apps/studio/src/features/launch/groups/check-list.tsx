import { useId } from "react";

export interface Checkable {
  id: string;
  label: string;
  detail?: string;
}

/** Some of a few things; what it says when there are none is for its owner to give. */
export function CheckList({
  label,
  hint,
  items,
  checked,
  empty,
  onChange,
}: {
  label: string;
  hint?: string;
  items: readonly Checkable[];
  checked: readonly string[];
  empty: string;
  onChange: (checked: string[]) => void;
}) {
  const base = useId();
  const toggle = (id: string, isOn: boolean) =>
    onChange(isOn ? [...checked, id] : checked.filter((other) => other !== id));
  return (
    <fieldset className="grid gap-1" aria-describedby={hint && `${base}-hint`}>
      <legend className="mb-1 text-sm font-medium">{label}</legend>
      {items.length === 0 && <p className="text-sm text-muted">{empty}</p>}
      <ul className="grid max-h-72 gap-0.5 overflow-y-auto">
        {items.map(({ id, label: name, detail }) => (
          <li key={id}>
            <label className="flex min-h-7 items-center gap-2.5 text-sm">
              <input
                type="checkbox"
                className="size-4 shrink-0 accent-accent"
                checked={checked.includes(id)}
                onChange={(event) => toggle(id, event.target.checked)}
              />
              <span className={detail ? "shrink-0" : "truncate"}>{name}</span>
              {detail && <span className="min-w-0 py-0.5 text-faint">{detail}</span>}
            </label>
          </li>
        ))}
      </ul>
      {hint && (
        <p id={`${base}-hint`} className="text-sm text-muted">
          {hint}
        </p>
      )}
    </fieldset>
  );
}
