import { randomInt } from "node:crypto";
import { isUniqueViolation } from "@understudy/db/errors";

const LETTERS = "abcdefghjkmnpqrstuvwxyz23456789";

/** A handle from a name, and a tail that makes it free on the instance. */
export function proposeHandle(name: string): string {
  const stem = name
    .normalize("NFKD")
    .toLowerCase()
    .replace(/\p{M}/gu, "")
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-+|-+$/g, "")
    .slice(0, 32)
    .replace(/-+$/, "");
  return stem.length >= 3 ? stem : withTail(stem || "twin");
}

export function withTail(handle: string): string {
  const tail = Array.from({ length: 4 }, () => LETTERS[randomInt(LETTERS.length)]).join("");
  return `${handle.slice(0, 34)}-${tail}`;
}

/** Makes something under a handle from its name, or, where another twin of the instance has that, under one with a tail. */
export async function withFreeHandle<Result>(
  name: string,
  make: (handle: string) => Promise<Result>,
): Promise<Result> {
  const handle = proposeHandle(name);
  try {
    return await make(handle);
  } catch (error) {
    if (!isUniqueViolation(error, "twins_handle_unique")) throw error;
    return make(withTail(handle));
  }
}
