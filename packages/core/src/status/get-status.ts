import { z } from "zod";
import { useCase } from "../kernel/use-case.ts";
import { Status } from "./contract.ts";

/** What this process rests on, for the studio to say what is degraded or off. */
export const getStatus = useCase({
  permission: "tenant.read",
  input: z.object({}).optional(),
  output: Status,
  run: (ctx) => ctx.ports.status(),
});
