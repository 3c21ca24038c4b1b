import { createPrivateKey, createPublicKey, sign, verify } from "node:crypto";

/** What precedes the 32 bytes of an Ed25519 key in PKCS #8 (RFC 8410). */
const PRIVATE_PREFIX = Buffer.from("302e020100300506032b657004220420", "hex");

/** Signs what leaves this instance, so that anyone can judge it who knows the public key. */
export interface SigningKey {
  /** SPKI, in base64: what stands between the lines of a PEM file. */
  readonly publicKey: string;
  /** Ed25519 over the UTF-8 text, in base64. */
  sign(text: string): string;
}

export function signingKeyFrom(seed: Uint8Array): SigningKey {
  const der = Buffer.concat([PRIVATE_PREFIX, seed]);
  const privateKey = createPrivateKey({ key: der, format: "der", type: "pkcs8" });
  const publicKey = createPublicKey(privateKey).export({ format: "der", type: "spki" });
  return {
    publicKey: publicKey.toString("base64"),
    sign: (text) => sign(null, Buffer.from(text), privateKey).toString("base64"),
  };
}

export interface Signed {
  text: string;
  publicKey: string;
  signature: string;
}

/** False also where the key is none. */
export function isSigned({ text, publicKey, signature }: Signed): boolean {
  try {
    const der = Buffer.from(publicKey, "base64");
    const key = createPublicKey({ key: der, format: "der", type: "spki" });
    if (key.asymmetricKeyType !== "ed25519") return false;
    return verify(null, Buffer.from(text), key, Buffer.from(signature, "base64"));
  } catch {
    return false;
  }
}
