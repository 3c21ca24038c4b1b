import { z } from "zod";
import type { Vault } from "../kernel/vault.ts";
import { NoticeKind } from "./contract.ts";

const Stop = z.object({
  of: z.literal("notices"),
  tenantId: z.uuid(),
  userId: z.uuid(),
  kind: NoticeKind,
});
type Stop = z.infer<typeof Stop>;

/** What a link in a mail carries: it stops one kind of mail to one member, is good for nothing else, and never ends. */
export function sealStop(vault: Vault, stop: Omit<Stop, "of">): string {
  const sealed = vault.seal(JSON.stringify({ of: "notices", ...stop }));
  return Buffer.from(sealed).toString("base64url");
}

/** Null for what was not sealed here, or not for this. */
export function openStop(vault: Vault, token: string): Stop | null {
  try {
    return Stop.parse(JSON.parse(vault.open(Buffer.from(token, "base64url"))));
  } catch {
    return null;
  }
}
