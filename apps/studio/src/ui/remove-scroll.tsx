import type { ComponentType, ReactNode, Ref } from "react";

interface RemoveScrollProps {
  as?: ComponentType<{ children: ReactNode; ref?: Ref<unknown> }>;
  children: ReactNode;
  ref?: Ref<unknown>;
}

/** Stands in for react-remove-scroll in Radix: the lock itself is CSS, `body:has([data-locks-scroll])`. */
export function RemoveScroll({ as: As, children, ref }: RemoveScrollProps): ReactNode {
  return As ? <As ref={ref}>{children}</As> : children;
}
