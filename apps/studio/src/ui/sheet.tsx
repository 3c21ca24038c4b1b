import { Dialog as Radix } from "radix-ui";
import type { ReactNode } from "react";
import { SCRIM } from "./dialog.tsx";

/** Slides in from the left, for navigation on a phone. */
export function Sheet({
  title,
  open,
  onOpenChange,
  children,
}: {
  title: string;
  open: boolean;
  onOpenChange: (open: boolean) => void;
  children: ReactNode;
}) {
  return (
    <Radix.Root open={open} onOpenChange={onOpenChange}>
      <Radix.Portal>
        <Radix.Overlay className={SCRIM} />
        <Radix.Content
          data-locks-scroll
          aria-describedby={undefined}
          className="fixed inset-y-0 left-0 z-50 w-72 animate-appear overflow-y-auto bg-raised p-3 shadow-float"
        >
          <Radix.Title className="mb-3 px-2 pt-1 font-semibold">{title}</Radix.Title>
          {children}
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}
