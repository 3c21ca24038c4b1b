import { ToggleGroup } from "radix-ui";

/** One choice of a few, all in sight. */
export function Segmented<Value extends string>({
  label,
  value,
  onChange,
  choices,
}: {
  label: string;
  value: Value;
  onChange: (value: Value) => void;
  choices: readonly { value: Value; label: string }[];
}) {
  return (
    <ToggleGroup.Root
      type="single"
      aria-label={label}
      value={value}
      onValueChange={(chosen) => chosen && onChange(chosen as Value)}
      className="inline-flex rounded-md bg-sunken p-0.5 inset-ring inset-ring-line"
    >
      {choices.map((choice) => (
        <ToggleGroup.Item
          key={choice.value}
          value={choice.value}
          className="h-7 rounded-[5px] px-2.5 text-sm font-medium whitespace-nowrap text-muted hover:text-ink data-[state=on]:bg-raised data-[state=on]:text-ink data-[state=on]:inset-ring data-[state=on]:inset-ring-rim"
        >
          {choice.label}
        </ToggleGroup.Item>
      ))}
    </ToggleGroup.Root>
  );
}
