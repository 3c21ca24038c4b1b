import { z } from "zod";
import { Id, Timestamp } from "../kernel/ids.ts";

export const RoleName = z.enum(["viewer", "editor", "admin", "owner"]);

export const Tenant = z.object({
  id: Id,
  name: z.string(),
  role: RoleName.nullable(),
  createdAt: Timestamp,
});
export type Tenant = z.infer<typeof Tenant>;
