import { Field } from "#ui/field.tsx";
import { Input } from "#ui/input.tsx";
import { Segmented } from "#ui/segmented.tsx";
import {
  CHUNKINGS,
  type Chunking,
  chunkingProblem,
  isSameChunking,
  LEAST_WORDS,
  MOST_WORDS,
} from "./chunking-choices.ts";

const CHOICES = CHUNKINGS.map(({ label }) => ({ value: label as string, label: label as string }));

/** How texts are cut: one of the usual ways, or two numbers. */
export function ChunkingFields({
  value,
  onChange,
}: {
  value: Chunking;
  onChange: (chunking: Chunking) => void;
}) {
  const chosen = CHUNKINGS.find((one) => isSameChunking(one, value));
  const choose = (label: string) => {
    const { targetWords, overlapWords } = CHUNKINGS.find((one) => one.label === label)!;
    onChange({ targetWords, overlapWords });
  };
  return (
    <fieldset className="grid gap-3">
      <legend className="mb-1.5 text-sm font-medium">Length of a passage</legend>
      <div className="flex flex-wrap items-center gap-3">
        <Segmented
          label="Usual lengths"
          value={chosen?.label ?? ""}
          choices={CHOICES}
          onChange={choose}
        />
        <span className="text-sm text-muted">{chosen ? `For ${chosen.suits}.` : "Your own."}</span>
      </div>
      <div className="grid grid-cols-2 gap-3">
        <Field label="Words" error={chunkingProblem(value)}>
          {(ids) => (
            <Input
              {...ids}
              type="number"
              min={LEAST_WORDS}
              max={MOST_WORDS}
              value={Number.isNaN(value.targetWords) ? "" : value.targetWords}
              onChange={(event) => onChange({ ...value, targetWords: event.target.valueAsNumber })}
            />
          )}
        </Field>
        <Field label="Of them repeated">
          {(ids) => (
            <Input
              {...ids}
              type="number"
              min={0}
              max={MOST_WORDS / 2}
              value={Number.isNaN(value.overlapWords) ? "" : value.overlapWords}
              onChange={(event) => onChange({ ...value, overlapWords: event.target.valueAsNumber })}
            />
          )}
        </Field>
      </div>
    </fieldset>
  );
}
