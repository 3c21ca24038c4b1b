import type { ReactNode } from "react";

/** The head of a screen; its one `h1`. */
export function PageHead({
  mark,
  title,
  detail,
  actions,
}: {
  /** Of whom the screen is. */
  mark?: ReactNode;
  title: string;
  detail?: ReactNode;
  actions?: ReactNode;
}) {
  return (
    <header className="flex min-h-14 flex-wrap items-center justify-between gap-x-4 gap-y-2 px-6 py-3 max-md:px-4">
      <div className="flex min-w-0 items-baseline gap-3">
        {mark && <span className="self-center">{mark}</span>}
        <h1 className="max-w-full shrink-0 truncate text-lg font-semibold">{title}</h1>
        {detail && <span className="truncate text-sm text-faint">{detail}</span>}
      </div>
      {actions && <div className="flex flex-wrap items-center gap-2">{actions}</div>}
    </header>
  );
}
