import type { ReactNode } from "react";
import type { Figure } from "./read-figures.ts";

export function FigureList({ title, figures }: { title: ReactNode; figures: readonly Figure[] }) {
  if (figures.length === 0) return null;
  return (
    <section className="grid grid-cols-1 gap-1">
      <h3 className="text-xs text-faint">{title}</h3>
      <dl className="grid grid-cols-[minmax(0,1fr)_auto] gap-x-4 border-t border-line text-sm">
        {figures.map(({ name, value }) => (
          <div key={name} className="col-span-2 grid grid-cols-subgrid border-b border-line py-1.5">
            <dt className="text-muted">{name}</dt>
            <dd className="text-right tabular-nums">{value}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
