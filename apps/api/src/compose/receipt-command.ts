import { readFile } from "node:fs/promises";
import { SignedReceipt } from "@understudy/core/privacy/contract";
import { isGenuine } from "@understudy/core/privacy/write-receipt";
import type { Environment } from "../env.ts";
import { findKeptSecret } from "../secret.ts";
import { StartRefused } from "../start-refused.ts";
import { createVault } from "../vault.ts";

/** Judges the receipt of an erasure: whether it says what was signed, and whether this instance signed it. */
export async function runReceipt(env: Environment, path: string): Promise<void> {
  const signed = readSigned(await readFile(path, "utf8"));
  const { receipt, signature } = signed;
  if (!isGenuine(signed)) throw new StartRefused("It does not say what was signed.");
  const { subject, completedAt, verified, instance } = receipt;
  console.log(
    `Erasure of the ${subject.kind} ${subject.id} on ${instance}, completed ${completedAt}: ${verified.tablesSearched} tables searched, ${verified.rowsLeft} rows, ${verified.filesLeft} files and ${verified.vectorsLeft} vectors left.`,
  );
  const secret = env.APP_SECRET ?? (await findKeptSecret(env));
  const isOurs = secret && createVault(secret).signing.publicKey === signature.publicKey;
  console.log(
    isOurs
      ? "Signed by this instance."
      : `The signature is whole. It is not this instance's: compare its key with that of ${instance}: ${signature.publicKey}`,
  );
}

function readSigned(text: string): SignedReceipt {
  try {
    const parsed = SignedReceipt.safeParse(JSON.parse(text));
    if (parsed.success) return parsed.data;
  } catch (cause) {
    if (!(cause instanceof SyntaxError)) throw cause;
  }
  throw new StartRefused("This is no receipt of an erasure.");
}
