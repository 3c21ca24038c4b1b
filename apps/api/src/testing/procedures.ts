import type { Permission } from "@understudy/core/kernel/permissions";
import { z } from "zod";
import { appRouter } from "../router.ts";

export interface Procedure {
  path: string;
  type: "query" | "mutation" | "subscription";
  permission: Permission;
  /** What its input must hold, by name. */
  required: string[];
  /** The names of the ids it takes, required or not. */
  ids: string[];
}

interface Definition {
  type: Procedure["type"];
  meta: { permission: Permission };
  inputs: z.ZodType[];
}

interface Shape {
  properties?: Record<string, { default?: unknown }>;
  required?: string[];
}

/** Every procedure there is, read from the router itself. */
export const procedures: Procedure[] = Object.entries(
  appRouter._def.procedures as unknown as Record<string, { _def: Definition }>,
).map(([path, procedure]) => {
  const { type, meta, inputs } = procedure._def;
  const { properties = {}, required = [] } = shapeOf(inputs[0]);
  return {
    path,
    type,
    permission: meta.permission,
    required: required.filter((name) => properties[name]?.default === undefined),
    ids: Object.keys(properties).filter((name) => /Ids?$/.test(name)),
  };
});

function shapeOf(input: z.ZodType | undefined): Shape {
  if (!input) return {};
  return z.toJSONSchema(input, { unrepresentable: "any" }) as Shape;
}
