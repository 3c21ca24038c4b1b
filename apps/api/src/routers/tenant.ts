import { exportTenant } from "@understudy/core/export/export-subjects";
import { eraseTenant } from "@understudy/core/privacy/erase-subjects";
import { createTenant, switchTenant, updateTenant } from "@understudy/core/tenant/change-tenant";
import { getTenant, listTenants } from "@understudy/core/tenant/tenants";
import { mutation, query, router } from "../trpc.ts";

export const tenantRouter = router({
  list: query(listTenants),
  get: query(getTenant),
  create: mutation(createTenant),
  update: mutation(updateTenant),
  switch: mutation(switchTenant),
  export: mutation(exportTenant),
  erase: mutation(eraseTenant),
});
