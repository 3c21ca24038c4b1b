import { X } from "lucide-react";
import type { ReactNode } from "react";
import { IconButton } from "./icon-button.tsx";
import { Skeleton } from "./skeleton.tsx";

/** The head of a side panel: what it is about once that is known, the way out, and what stands below both. */
export function PanelHead({
  title,
  isRuled = false,
  onClose,
  children,
}: {
  title: string | undefined;
  isRuled?: boolean;
  onClose: () => void;
  children?: ReactNode;
}) {
  return (
    <header className={`grid gap-1 py-3 pr-2 pl-4 ${isRuled ? "border-b border-line" : ""}`}>
      <div className="flex items-start gap-1">
        <h2 className="min-w-0 flex-1 py-1 font-semibold break-words">
          {title ?? <Skeleton className="h-5 w-40" />}
        </h2>
        <IconButton label="Close" keys="esc" size="small-icon" onClick={onClose}>
          <X aria-hidden />
        </IconButton>
      </div>
      {children}
    </header>
  );
}
