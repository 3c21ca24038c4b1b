import type { ComponentProps } from "react";
import { type ClassName, classNames } from "./class-names.ts";

const BASE =
  "inline-flex shrink-0 items-center justify-center gap-1.5 rounded-md font-medium whitespace-nowrap select-none disabled:opacity-50 aria-disabled:opacity-50 [&_svg]:size-4 [&_svg]:shrink-0";

const VARIANTS = {
  primary: "bg-accent text-on-accent hover:bg-accent-hover",
  secondary: "border border-rim bg-surface text-ink hover:bg-hover",
  ghost:
    "text-muted hover:bg-hover hover:text-ink data-[state=open]:bg-hover data-[state=open]:text-ink",
  danger: "bg-bad-fill text-on-accent hover:brightness-95",
} as const;

const SIZES = {
  small: "h-7 px-2 text-sm",
  medium: "h-8 px-3 text-base",
  icon: "size-8",
  "small-icon": "size-7",
} as const;

export interface ButtonLook {
  variant?: keyof typeof VARIANTS;
  size?: keyof typeof SIZES;
}

export function buttonLook(
  { variant = "secondary", size = "medium" }: ButtonLook = {},
  className?: ClassName,
): string {
  return classNames(BASE, VARIANTS[variant], SIZES[size], className);
}

export function Button({
  variant,
  size,
  className,
  type = "button",
  ...props
}: ComponentProps<"button"> & ButtonLook) {
  return <button type={type} className={buttonLook({ variant, size }, className)} {...props} />;
}
