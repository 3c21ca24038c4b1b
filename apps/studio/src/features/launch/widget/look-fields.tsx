import { Field } from "#ui/field.tsx";
import { Input } from "#ui/input.tsx";
import { Segmented } from "#ui/segmented.tsx";
import type { Theme } from "../theme.ts";

const SCHEMES = [
  { value: "auto", label: "As the visitor's device" },
  { value: "light", label: "Light" },
  { value: "dark", label: "Dark" },
] as const;

/** Colour, corners and light or dark: what a widget and a page have in common. */
export function LookFields({
  theme,
  onChange,
}: {
  theme: Theme;
  onChange: (theme: Theme) => void;
}) {
  const change = (fields: Partial<Theme>) => onChange({ ...theme, ...fields });
  return (
    <>
      <div className="grid gap-4 sm:grid-cols-2">
        <Field label="Colour">
          {(ids) => (
            <div className="flex items-center gap-2">
              <input
                {...ids}
                type="color"
                className="h-8 w-12 shrink-0 rounded-md border border-edge bg-surface p-0.5"
                value={theme.accent}
                onChange={(event) => change({ accent: event.target.value })}
              />
              <code className="font-mono text-sm text-muted">{theme.accent}</code>
            </div>
          )}
        </Field>
        <Field label={`Corners, ${theme.radius} px`}>
          {(ids) => (
            <input
              {...ids}
              type="range"
              min={0}
              max={28}
              className="h-8 w-full accent-accent"
              value={theme.radius}
              onChange={(event) => change({ radius: Number(event.target.value) })}
            />
          )}
        </Field>
      </div>
      <div className="grid gap-1.5">
        <span className="text-sm font-medium">Light or dark</span>
        <div className="max-w-full overflow-x-auto">
          <Segmented
            label="Light or dark"
            value={theme.colorScheme}
            choices={SCHEMES}
            onChange={(colorScheme) => change({ colorScheme })}
          />
        </div>
      </div>
      <Field label="Picture" optional hint="The address of an image, https only.">
        {(ids) => (
          <Input
            {...ids}
            type="url"
            pattern="https://.*"
            placeholder="https://example.com/nora.jpg"
            value={theme.avatar ?? ""}
            onChange={(event) => change({ avatar: event.target.value || undefined })}
          />
        )}
      </Field>
    </>
  );
}
