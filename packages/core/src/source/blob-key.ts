import { newId } from "@understudy/db/new-id";

/**
 * Made here, never from a file's name; a tenant's blobs share a prefix so that they can be erased together,
 * and a key says when it was made, so that what nothing came to refer to can be told from what is on its way.
 */
export function makeBlobKey(tenantId: string): string {
  return `${tenantId}/${newId()}`;
}
