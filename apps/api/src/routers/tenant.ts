import { getTenant, listTenants } from "@understudy/core/tenant/tenants";
import { query, router } from "../trpc.ts";

export const tenantRouter = router({
  list: query(listTenants),
  get: query(getTenant),
});
