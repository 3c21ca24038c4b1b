import { CalendarDays } from "lucide-react";
import { useState } from "react";
import { RANGES, type Range } from "#app/analytics-search.ts";
import { Button } from "#ui/button.tsx";
import { Field } from "#ui/field.tsx";
import { Input } from "#ui/input.tsx";
import { Popover } from "#ui/popover.tsx";
import { Segmented } from "#ui/segmented.tsx";
import { dayOf } from "./period-of.ts";

const NAMES: Record<Range, string> = {
  today: "Today",
  "7d": "7 days",
  "30d": "30 days",
  "90d": "90 days",
};

type Chosen = Record<"since" | "until", string | undefined> & { range: Range | undefined };

/** Some days up to today, or those from one day to another. */
export function RangePicker({
  range,
  from,
  to,
  onChoose,
}: {
  range: Range | undefined;
  from: string;
  to: string;
  onChoose: (chosen: Chosen) => void;
}) {
  const [isOpen, setOpen] = useState(false);
  const choose = (chosen: Partial<Chosen>) => {
    setOpen(false);
    onChoose({ range: undefined, since: undefined, until: undefined, ...chosen });
  };
  return (
    <>
      <Segmented
        label="Time"
        value={range ?? ""}
        choices={RANGES.map((value) => ({ value, label: NAMES[value] }))}
        onChange={(chosen) => choose({ range: chosen as Range })}
      />
      <Popover
        label="Choose days"
        open={isOpen}
        onOpenChange={setOpen}
        trigger={
          <Button aria-pressed={range === undefined} className="aria-pressed:bg-selected">
            <CalendarDays aria-hidden />
            {range === undefined ? daysName(from, to) : "Days"}
          </Button>
        }
      >
        <form
          className="grid gap-3 p-3"
          onSubmit={(event) => {
            event.preventDefault();
            const form = new FormData(event.currentTarget);
            const [since, until] = [String(form.get("since")), String(form.get("until"))].sort();
            if (since && until) choose({ since, until });
          }}
        >
          <Field label="From">
            {(ids) => (
              <Input {...ids} type="date" name="since" required defaultValue={dayOf(from)} />
            )}
          </Field>
          <Field label="To">
            {(ids) => (
              <Input
                {...ids}
                type="date"
                name="until"
                required
                defaultValue={dayOf(to, { isEnd: true })}
              />
            )}
          </Field>
          <Button type="submit" variant="primary">
            Show
          </Button>
        </form>
      </Popover>
    </>
  );
}

function daysName(from: string, to: string): string {
  const format = new Intl.DateTimeFormat("en", { day: "numeric", month: "short" });
  return format.formatRange(new Date(from), new Date(Date.parse(to) - 1));
}
