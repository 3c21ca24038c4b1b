import type { ReactNode } from "react";

/** Teaches: what this is for, one action, one example. */
export function EmptyState({
  icon,
  title,
  children,
  action,
  example,
}: {
  icon: ReactNode;
  title: string;
  children: ReactNode;
  action?: ReactNode;
  example?: ReactNode;
}) {
  return (
    <div className="mx-auto grid max-w-md justify-items-center gap-2 px-4 py-16 text-center">
      <span
        aria-hidden
        className="mb-2 grid size-10 place-items-center rounded-lg border border-line text-muted [&_svg]:size-5"
      >
        {icon}
      </span>
      <h2 className="text-lg font-semibold">{title}</h2>
      <p className="text-pretty text-muted">{children}</p>
      {action && <div className="mt-3 flex flex-wrap justify-center gap-2">{action}</div>}
      {example && <p className="mt-3 text-pretty text-sm text-faint">{example}</p>}
    </div>
  );
}
