import { randomUUID } from "node:crypto";

/** Made here, never from a file's name; a tenant's blobs share a prefix so that they can be erased together. */
export function makeBlobKey(tenantId: string): string {
  return `${tenantId}/${randomUUID()}`;
}
