import { useState } from "react";

/** What was typed over what is saved; `changes` holds only what differs. */
export function useDraft<Values extends object>(saved: Values) {
  const [typed, setTyped] = useState<Partial<Values>>({});
  const entries = Object.entries(typed) as [keyof Values, unknown][];
  const changed = entries.filter(
    ([name, value]) => JSON.stringify(value) !== JSON.stringify(saved[name]),
  );
  return {
    draft: { ...saved, ...typed } as Values,
    changes: Object.fromEntries(changed) as Partial<Values>,
    isChanged: changed.length > 0,
    change: (fields: Partial<Values>) => setTyped((now) => ({ ...now, ...fields })),
    discard: () => setTyped({}),
  };
}
