import { Tooltip as Radix } from "radix-ui";
import type { ReactNode } from "react";
import { Keys } from "./keys.tsx";

export function Tooltip({
  label,
  keys,
  children,
}: {
  label: string;
  keys?: string;
  children: ReactNode;
}) {
  return (
    <Radix.Root>
      <Radix.Trigger asChild>{children}</Radix.Trigger>
      <Radix.Portal>
        <Radix.Content
          sideOffset={6}
          collisionPadding={8}
          className="z-50 flex items-center gap-2 rounded-md bg-raised px-2 py-1 text-sm text-ink shadow-float"
        >
          {label}
          {keys && <Keys>{keys}</Keys>}
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}
