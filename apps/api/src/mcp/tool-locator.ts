import { Locator } from "@understudy/core/source/contract";
import { z } from "zod";

/** As a list of four: JSON Schema ends a tuple with `items: false`, which not every client can read. */
export const ToolLocator = Locator.extend({
  box: z.array(z.number()).length(4).readonly().optional(),
});
