import { ToggleGroup } from "radix-ui";
import type { ReactNode } from "react";

/** One choice of a few kinds of things, each with its sign. */
export function IconTabs<Value extends string>({
  label,
  value,
  onChange,
  choices,
}: {
  label: string;
  value: Value;
  onChange: (value: Value) => void;
  choices: readonly { value: Value; label: string; icon: ReactNode }[];
}) {
  return (
    <ToggleGroup.Root
      type="single"
      aria-label={label}
      value={value}
      onValueChange={(chosen) => chosen && onChange(chosen as Value)}
      className="grid auto-cols-fr grid-flow-col gap-2 max-md:gap-1"
    >
      {choices.map((choice) => (
        <ToggleGroup.Item
          key={choice.value}
          value={choice.value}
          className="grid min-w-0 justify-items-center gap-1 rounded-lg border border-line py-2.5 text-sm font-medium text-muted hover:bg-hover hover:text-ink data-[state=on]:border-accent-text data-[state=on]:bg-accent-soft data-[state=on]:text-accent-text [&_svg]:size-5"
        >
          {choice.icon}
          {choice.label}
        </ToggleGroup.Item>
      ))}
    </ToggleGroup.Root>
  );
}
