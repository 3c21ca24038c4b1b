import { z } from "zod";

/** NUL and halves of surrogate pairs: Postgres keeps neither, so no field may hold them. */
export function isStorable(value: unknown): boolean {
  if (typeof value === "string") return value.isWellFormed() && !value.includes("\0");
  if (typeof value !== "object" || value === null) return true;
  return Object.entries(value).every(([key, inner]) => isStorable(key) && isStorable(inner));
}

/** A shape for what came over the wire; an input that was left out counts as one with nothing set. */
export function received<Shape extends z.ZodType>(shape: Shape) {
  return z.preprocess((raw, ctx) => {
    if (!isStorable(raw)) ctx.addIssue("The text holds characters that cannot be kept.");
    return raw === undefined ? {} : raw;
  }, shape);
}
