import { EVENT_WORDS, EVENTS } from "./event-words.ts";

/** Of what it is told. */
export function EventsField({
  events,
  onChange,
}: {
  events: readonly string[];
  onChange: (events: string[]) => void;
}) {
  return (
    <fieldset>
      <legend className="mb-1.5 text-sm font-medium">Tell it when</legend>
      <div className="grid gap-0.5 rounded-md border border-line p-2">
        {EVENTS.map((event) => (
          <label key={event} className="flex min-h-7 items-center gap-2 text-sm">
            <input
              type="checkbox"
              className="size-4 accent-accent"
              checked={events.includes(event)}
              onChange={({ target }) =>
                onChange(
                  target.checked ? [...events, event] : events.filter((each) => each !== event),
                )
              }
            />
            {EVENT_WORDS[event]}
            <code className="ml-auto font-mono text-xs text-faint max-md:hidden">{event}</code>
          </label>
        ))}
      </div>
    </fieldset>
  );
}
