import { createHash, randomBytes } from "node:crypto";
import { z } from "zod";
import { DomainError } from "../kernel/domain-error.ts";
import { type Door, doorCase } from "../kernel/door.ts";
import { Challenge, type Proof } from "./contract.ts";
import { ratesOfLooking } from "./visitor-rates.ts";

/** About half a second of a phone: 2¹⁶ digests at most of the time. */
const BITS = 15;
const LASTS_SECONDS = 300;

const Sealed = z.object({
  nonce: z.string(),
  bits: z.int(),
  ipAddress: z.string(),
  until: z.int(),
});

/** A puzzle that nobody keeps: it is sealed, and comes back with its solution. */
export const makeChallenge = doorCase({
  input: z.object({}),
  output: Challenge,
  run: async (door) => {
    await door.limit(ratesOfLooking(door));
    const until = Date.now() + LASTS_SECONDS * 1_000;
    const nonce = randomBytes(16).toString("base64url");
    const sealed = { nonce, bits: BITS, ipAddress: door.ipAddress, until };
    const challenge = Buffer.from(door.ports.vault.seal(JSON.stringify(sealed)));
    return {
      challenge: challenge.toString("base64url"),
      bits: BITS,
      expiresAt: new Date(until).toISOString(),
    };
  },
});

/** Accepts a solution once, from the address it was given to. */
export async function acceptProof(door: Door, proof: z.infer<typeof Proof>): Promise<void> {
  const sealed = open(door, proof.challenge);
  const isMeant = sealed && sealed.ipAddress === door.ipAddress && sealed.until > Date.now();
  if (!isMeant || !isSolved(proof, sealed.bits)) throw refused();
  const once = { of: "proof", subject: sealed.nonce, burst: 1, perSeconds: LASTS_SECONDS * 2 };
  if (await door.take([once])) throw refused();
}

export function isSolved({ challenge, solution }: z.infer<typeof Proof>, bits: number): boolean {
  const digest = createHash("sha256").update(`${challenge}.${solution}`).digest();
  return digest.readUInt32BE(0) >>> (32 - bits) === 0;
}

function open({ ports }: Door, challenge: string): z.infer<typeof Sealed> | null {
  try {
    const text = ports.vault.open(Buffer.from(challenge, "base64url"));
    return Sealed.parse(JSON.parse(text));
  } catch {
    return null;
  }
}

function refused(): DomainError {
  return new DomainError("invalid", "visitor.proof_refused", "This is not a solution that counts.");
}

export function challengeRequired(): DomainError {
  return new DomainError(
    "forbidden",
    "visitor.challenge_required",
    "Many come in just now: this takes a solved challenge.",
  );
}
