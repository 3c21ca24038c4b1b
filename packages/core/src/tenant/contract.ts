import { z } from "zod";
import { Id, Timestamp } from "../kernel/ids.ts";
import { RoleName } from "../member/contract.ts";

export const Tenant = z.object({
  id: Id,
  name: z.string(),
  role: RoleName.nullable(),
  createdAt: Timestamp,
});
export type Tenant = z.infer<typeof Tenant>;

const Name = z.string().trim().min(1, "A workspace needs a name.").max(120);
export const TenantNameInput = z.object({ name: Name });
export const TenantRef = z.object({ tenantId: Id });
