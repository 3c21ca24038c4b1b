import { Field } from "#ui/field.tsx";
import { Input } from "#ui/input.tsx";
import { Segmented } from "#ui/segmented.tsx";
import { Textarea } from "#ui/textarea.tsx";
import type { Theme } from "../theme.ts";

const PLACES = [
  { value: "bottom-right", label: "Right" },
  { value: "bottom-left", label: "Left" },
] as const;

/** Where a widget's button sits, and what the widget says before anyone has asked. */
export function WordFields({
  theme,
  twinName,
  onChange,
}: {
  theme: Theme;
  twinName: string;
  onChange: (theme: Theme) => void;
}) {
  const change = (fields: Partial<Theme>) => onChange({ ...theme, ...fields });
  return (
    <>
      <div className="grid justify-items-start gap-1.5">
        <span className="text-sm font-medium">Corner of the page</span>
        <Segmented
          label="Corner of the page"
          value={theme.position}
          choices={PLACES}
          onChange={(position) => change({ position })}
        />
      </div>
      <Field label="Words on the button" optional hint="Without any it is a round button.">
        {(ids) => (
          <Input
            {...ids}
            maxLength={40}
            placeholder={`Ask ${twinName}`}
            value={theme.launcherText}
            onChange={(event) => change({ launcherText: event.target.value })}
          />
        )}
      </Field>
      <Field label="Title" optional hint="Without one it is the twin's name.">
        {(ids) => (
          <Input
            {...ids}
            maxLength={60}
            placeholder={twinName}
            value={theme.title}
            onChange={(event) => change({ title: event.target.value })}
          />
        )}
      </Field>
      <Field label="Greeting" optional hint="Without one it is the twin's first message.">
        {(ids) => (
          <Textarea
            {...ids}
            rows={2}
            maxLength={500}
            value={theme.greeting}
            onChange={(event) => change({ greeting: event.target.value })}
          />
        )}
      </Field>
    </>
  );
}
