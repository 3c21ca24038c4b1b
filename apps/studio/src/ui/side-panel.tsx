import { type ReactNode, useEffect, useRef } from "react";
import { classNames } from "./class-names.ts";

const OVER = "fixed inset-y-0 right-0 z-30 w-[min(100vw,30rem)] shadow-float";
const BESIDE =
  "max-lg:fixed max-lg:inset-y-0 max-lg:right-0 max-lg:z-30 max-lg:w-[min(100vw,30rem)] max-lg:shadow-float";

/** What a list's row opens: takes the focus, gives it back, and `esc` closes it. */
export function SidePanel({
  label,
  isOver = false,
  isWide = false,
  onClose,
  children,
}: {
  label: string;
  /** Over the screen rather than beside it, where there is no room. */
  isOver?: boolean;
  isWide?: boolean;
  onClose: () => void;
  children: ReactNode;
}) {
  const panel = useRef<HTMLElement>(null);
  useEffect(() => {
    const opener = document.activeElement;
    panel.current?.focus({ preventScroll: true });
    return () => {
      if (opener instanceof HTMLElement) opener.focus();
    };
  }, []);
  return (
    <aside
      ref={panel}
      tabIndex={-1}
      aria-label={label}
      onKeyDown={(event) => {
        if (event.key !== "Escape" || event.defaultPrevented) return;
        event.preventDefault();
        onClose();
      }}
      className={classNames(
        "flex min-h-0 shrink-0 animate-slide flex-col border-l border-line bg-surface outline-none",
        isOver ? OVER : BESIDE,
        isWide ? "lg:w-[56rem] lg:max-w-[60vw]" : "lg:w-[30rem] lg:max-w-[45vw]",
      )}
    >
      {children}
    </aside>
  );
}
