import {
  PERMISSIONS,
  type Permission,
  VISITOR_PERMISSION,
} from "@understudy/core/kernel/permissions";
import { z } from "zod";
import { appRouter } from "../router.ts";

type AccountPermission = (typeof PERMISSIONS)[number];

export interface Procedure<Needed = AccountPermission> {
  path: string;
  type: "query" | "mutation" | "subscription";
  permission: Needed;
  /** What its input must hold, by name. */
  required: string[];
  /** The names of the ids it takes, required or not. */
  ids: string[];
}

interface Definition {
  type: Procedure["type"];
  meta: { permission?: Permission; isOpen?: boolean };
  inputs: z.ZodType[];
}

interface Shape {
  properties?: Record<string, { default?: unknown }>;
  required?: string[];
}

/** Every procedure there is, read from the router itself. */
const everyProcedure: Procedure<Permission | undefined>[] = Object.entries(
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

const isOfAccounts = (each: Procedure<Permission | undefined>): each is Procedure =>
  PERMISSIONS.some((permission) => permission === each.permission);

/** Those for people with an account, and for keys. */
export const procedures = everyProcedure.filter(isOfAccounts);
export const visitorProcedures = everyProcedure.filter(
  ({ permission }) => permission === VISITOR_PERMISSION,
);
/** Those without a permission: anyone may call them. */
export const openProcedures = everyProcedure.filter(({ permission }) => permission === undefined);

function shapeOf(input: z.ZodType | undefined): Shape {
  if (!input) return {};
  return z.toJSONSchema(input, { unrepresentable: "any" }) as Shape;
}
