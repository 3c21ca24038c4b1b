import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes } from "node:crypto";
import { signingKeyFrom } from "@understudy/core/kernel/signing-key";
import type { Vault } from "@understudy/core/kernel/vault";

const NONCE_BYTES = 12;
const TAG_BYTES = 16;

/** AES-256-GCM (nonce, tag, ciphertext), HMAC-SHA-256 and Ed25519, each under a key derived from the instance's secret. */
export function createVault(secret: string): Vault {
  const key = Buffer.from(hkdfSync("sha256", secret, "", "understudy vault", 32));
  const vouchKey = Buffer.from(hkdfSync("sha256", secret, "", "understudy audit", 32));
  const seed = Buffer.from(hkdfSync("sha256", secret, "", "understudy signing", 32));
  return {
    signing: signingKeyFrom(seed),
    seal(text) {
      const nonce = randomBytes(NONCE_BYTES);
      const cipher = createCipheriv("aes-256-gcm", key, nonce);
      const sealed = Buffer.concat([cipher.update(text, "utf8"), cipher.final()]);
      return Buffer.concat([nonce, cipher.getAuthTag(), sealed]);
    },
    open(sealed) {
      const decipher = createDecipheriv("aes-256-gcm", key, sealed.subarray(0, NONCE_BYTES), {
        authTagLength: TAG_BYTES,
      });
      decipher.setAuthTag(sealed.subarray(NONCE_BYTES, NONCE_BYTES + TAG_BYTES));
      const text = decipher.update(sealed.subarray(NONCE_BYTES + TAG_BYTES));
      return Buffer.concat([text, decipher.final()]).toString("utf8");
    },
    vouch: (text) => createHmac("sha256", vouchKey).update(text, "utf8").digest(),
  };
}
