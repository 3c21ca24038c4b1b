import { Field } from "#ui/field.tsx";
import { Input } from "#ui/input.tsx";
import type { Bounds } from "./use-add-site.ts";

const MAX_PAGES = 2_000;
const MAX_DEPTH = 20;

/** How far it may go. */
export function CrawlBounds({
  bounds,
  hasLinks,
  onChange,
}: {
  bounds: Bounds;
  /** Depth and path say something only where links are followed. */
  hasLinks: boolean;
  onChange: (bounds: Bounds) => void;
}) {
  return (
    <div className="grid grid-cols-[8rem_8rem_minmax(0,1fr)] gap-3 max-md:grid-cols-2">
      <NumberField
        label="Pages at most"
        value={bounds.maxPages}
        max={MAX_PAGES}
        onChange={(maxPages) => onChange({ ...bounds, maxPages })}
      />
      {hasLinks && (
        <>
          <NumberField
            label="Links deep"
            value={bounds.maxDepth}
            max={MAX_DEPTH}
            onChange={(maxDepth) => onChange({ ...bounds, maxDepth })}
          />
          <Field label="Only below" optional>
            {(ids) => (
              <Input
                {...ids}
                placeholder="/docs"
                pattern="/.*"
                spellCheck={false}
                value={bounds.pathPrefix}
                onChange={(event) => onChange({ ...bounds, pathPrefix: event.target.value })}
              />
            )}
          </Field>
        </>
      )}
    </div>
  );
}

function NumberField({
  label,
  value,
  max,
  onChange,
}: {
  label: string;
  value: number;
  max: number;
  onChange: (value: number) => void;
}) {
  return (
    <Field label={label}>
      {(ids) => (
        <Input
          {...ids}
          type="number"
          required
          min={1}
          max={max}
          value={Number.isNaN(value) ? "" : value}
          onChange={(event) => onChange(event.target.valueAsNumber)}
        />
      )}
    </Field>
  );
}
