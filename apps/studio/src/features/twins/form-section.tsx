import type { ReactNode } from "react";

export function FormSection({
  title,
  detail,
  children,
}: {
  title: string;
  detail: string;
  children: ReactNode;
}) {
  return (
    <section className="grid gap-x-8 gap-y-4 border-b border-line py-6 last:border-b-0 lg:grid-cols-[13rem_minmax(0,36rem)]">
      <div className="grid content-start gap-1">
        <h2 className="font-semibold">{title}</h2>
        <p className="text-pretty text-sm text-muted">{detail}</p>
      </div>
      <div className="grid gap-4">{children}</div>
    </section>
  );
}
