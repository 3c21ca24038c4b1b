import { type ReactNode, useId } from "react";

export function HomeSection({
  title,
  link,
  children,
}: {
  title: string;
  link?: ReactNode;
  children: ReactNode;
}) {
  const id = useId();
  return (
    <section aria-labelledby={id} className="grid grid-cols-1 gap-1">
      <div className="flex min-h-8 items-center justify-between">
        <h2 id={id} className="font-semibold">
          {title}
        </h2>
        {link}
      </div>
      {children}
    </section>
  );
}

export const HOME_LIST = "grid grid-cols-1 border-t border-line";
export const HOME_ROW =
  "flex min-h-11 items-center gap-3 border-b border-line px-1 py-1.5 hover:bg-hover/60";
export const HOME_LINK = "text-sm text-muted underline-offset-4 hover:text-ink hover:underline";
