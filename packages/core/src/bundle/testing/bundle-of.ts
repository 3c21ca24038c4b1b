import { linkExport, openExport } from "../../export/exports.ts";
import type { TestTenant, TestWorld } from "../../testing/open-test-world.ts";
import { exportBundle } from "../bundles.ts";

/** The file that a twin is written to. */
export async function bundleOf(
  world: TestWorld,
  tenant: TestTenant,
  twinId: string,
): Promise<Buffer> {
  const owner = tenant.as("owner");
  const { id: exportId } = await exportBundle.run(owner, { twinId });
  await world.runJobs(tenant, "export");
  const { url } = await linkExport.run(owner, { exportId });
  const query = new URL(url, "https://studio.example").searchParams;
  const until = Number(query.get("until"));
  const { blobKey } = await openExport.run(owner, {
    exportId,
    until,
    key: String(query.get("key")),
  });
  return Buffer.from(await world.ports.blobs.read(blobKey));
}
