import { RotateCcw } from "lucide-react";
import type { ChosenSettings } from "#app/explorer-search.ts";
import { Button } from "#ui/button.tsx";
import { Field } from "#ui/field.tsx";
import { Input } from "#ui/input.tsx";
import { type ExploreSettings, SETTING_FIELDS, type SettingField } from "./setting-fields.ts";

/** For this question only; nothing of it changes how the twin answers. */
export function SettingsForm({
  settings,
  standard,
  onChange,
}: {
  settings: ChosenSettings;
  standard: ExploreSettings;
  onChange: (chosen: ChosenSettings) => void;
}) {
  const set = ({ name }: SettingField, value: number | undefined) => {
    const { [name]: _before, ...others } = settings;
    onChange(
      value === undefined || value === standard[name] ? others : { ...others, [name]: value },
    );
  };
  return (
    <fieldset className="grid gap-3 rounded-lg border border-line bg-surface p-4">
      <legend className="sr-only">Settings for this question only</legend>
      <div className="flex items-center justify-between gap-2">
        <p className="text-sm text-muted">For this question only: nothing here changes answers.</p>
        <Button
          size="small"
          disabled={Object.keys(settings).length === 0}
          onClick={() => onChange({})}
        >
          <RotateCcw aria-hidden />
          Reset
        </Button>
      </div>
      <div className="grid grid-cols-[repeat(auto-fill,minmax(8.5rem,1fr))] gap-4">
        {SETTING_FIELDS.map((field) => (
          <SettingInput
            key={`${field.name} ${settings[field.name] ?? ""}`}
            field={field}
            value={settings[field.name] ?? standard[field.name]}
            onSet={(value) => set(field, value)}
          />
        ))}
      </div>
    </fieldset>
  );
}

function SettingInput({
  field: { label, hint, min, max, step },
  value,
  onSet,
}: {
  field: SettingField;
  value: number;
  onSet: (value: number | undefined) => void;
}) {
  const apply = (input: HTMLInputElement) => {
    const number = input.valueAsNumber;
    if (Number.isNaN(number)) return onSet(undefined);
    const whole = step === 1 ? Math.round(number) : number;
    const bounded = Math.min(max, Math.max(min, whole));
    if (bounded !== value) onSet(bounded);
    else input.value = String(value);
  };
  return (
    <Field label={label} hint={hint}>
      {(ids) => (
        <Input
          {...ids}
          type="number"
          min={min}
          max={max}
          step={step}
          defaultValue={value}
          className="tabular-nums"
          onBlur={(event) => apply(event.currentTarget)}
          onKeyDown={(event) => event.key === "Enter" && apply(event.currentTarget)}
        />
      )}
    </Field>
  );
}
