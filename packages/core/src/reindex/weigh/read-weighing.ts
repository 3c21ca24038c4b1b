import { z } from "zod";
import { Weighing } from "../contract.ts";

/** As it is kept: `over` stands for the questions and the texts that it was made on. */
export const StoredWeighing = Weighing.extend({ over: z.string() });
export type StoredWeighing = z.infer<typeof StoredWeighing>;

/** One that an older program kept in another shape is none. */
export function readWeighing(kept: object | null | undefined): StoredWeighing | null {
  return StoredWeighing.safeParse(kept).data ?? null;
}
