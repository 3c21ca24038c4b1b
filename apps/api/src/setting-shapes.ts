import { z } from "zod";
import { Variables } from "./env.ts";

/** What each variable takes, as JSON Schema has it. */
export function settingShapes(): Record<string, object> {
  const { properties = {} } = z.toJSONSchema(Variables, { unrepresentable: "any", io: "input" });
  return Object.fromEntries(
    Object.entries(properties).flatMap(([name, shape]) =>
      typeof shape === "object" ? [[name, shape]] : [],
    ),
  );
}
