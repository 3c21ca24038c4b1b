import { z } from "zod";
import type { Vault } from "../kernel/vault.ts";

const Stop = z.object({ tenantId: z.uuid(), twinId: z.uuid(), email: z.string() });
export type Stop = z.infer<typeof Stop>;

/** What a link in a mail carries: it is good for nothing but this address and this twin, and never ends. */
export function sealStop(vault: Vault, stop: Stop): string {
  return Buffer.from(vault.seal(JSON.stringify({ of: "stop", ...stop }))).toString("base64url");
}

/** Null for what we did not seal, or not for this. */
export function openStop(vault: Vault, token: string): Stop | null {
  try {
    const opened: unknown = JSON.parse(vault.open(Buffer.from(token, "base64url")));
    return Stop.extend({ of: z.literal("stop") }).parse(opened);
  } catch {
    return null;
  }
}
