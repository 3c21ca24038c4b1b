import type { Outputs } from "#lib/trpc.ts";

export type Person = Outputs["audience"]["list"]["items"][number];
export type Profile = Outputs["audience"]["get"];

export const SOURCE_NAMES: Record<Person["source"], string> = {
  link: "Share link",
  widget: "Widget",
  page: "Public page",
  import: "Import",
  api: "API",
};

export function personName({ name, email, externalId }: Person): string {
  return name ?? email ?? externalId ?? "Visitor";
}

/** How near they are to what their groups let them ask; null: nothing bounds them. */
export function nearestLimit({ figures }: Person) {
  const near = figures.limits.toSorted((a, b) => b.used / b.most - a.used / a.most);
  return near[0] ?? null;
}
