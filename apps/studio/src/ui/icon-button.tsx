import type { ComponentProps } from "react";
import { Button, type ButtonLook } from "./button.tsx";
import { Tooltip } from "./tooltip.tsx";

/** A button with only an icon: its label is read aloud and shown on hover and focus. */
export function IconButton({
  label,
  keys,
  variant = "ghost",
  size = "icon",
  ...props
}: Omit<ComponentProps<"button">, "aria-label"> & ButtonLook & { label: string; keys?: string }) {
  return (
    <Tooltip label={label} keys={keys}>
      <Button aria-label={label} variant={variant} size={size} {...props} />
    </Tooltip>
  );
}
