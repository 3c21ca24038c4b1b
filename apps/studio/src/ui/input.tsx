import type { ComponentProps } from "react";
import { classNames } from "./class-names.ts";

export const CONTROL =
  "w-full min-w-0 rounded-md border border-edge bg-surface px-2.5 text-base text-ink outline-offset-0 disabled:opacity-60 aria-invalid:border-bad max-md:text-lg";

export function Input({ className, ...props }: ComponentProps<"input">) {
  return <input className={classNames(CONTROL, "h-8 max-md:h-10", className)} {...props} />;
}
