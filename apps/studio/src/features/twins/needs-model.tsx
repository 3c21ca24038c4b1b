import { Info } from "lucide-react";
import { useHasModel } from "./use-has-model.ts";

/** Says of a field that it does nothing now; nothing where a model writes. */
export function NeedsModel({ what = "This does" }: { what?: string }) {
  const hasModel = useHasModel();
  if (hasModel !== false) return null;
  return (
    <p className="flex items-baseline gap-1.5 text-sm text-warn">
      <Info aria-hidden className="size-3.5 shrink-0 translate-y-0.5" />
      {what} nothing now: no model is connected, so answers are quoted word for word.
    </p>
  );
}
