import type { ComponentProps } from "react";
import { classNames } from "./class-names.ts";
import { CONTROL } from "./input.tsx";

/** Grows with its text between `rows` and about half the window. */
export function Textarea({ className, rows = 3, ...props }: ComponentProps<"textarea">) {
  return (
    <textarea
      rows={rows}
      style={{ minHeight: `calc(${rows} * 1.25rem + 0.875rem)` }}
      className={classNames(
        CONTROL,
        "field-sizing-content max-h-[50vh] resize-none py-1.5",
        className,
      )}
      {...props}
    />
  );
}
