import { expect, it } from "vitest";
import { hashPassword, verifyPassword } from "./hash-password.ts";

const long = "x".repeat(79);

it("keeps argon2id at OWASP's floor or above", async () => {
  expect(await hashPassword("correct horse")).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
});

it("counts every character of a long password", async () => {
  const hash = await hashPassword(`${long}a`);
  expect(await verifyPassword({ hash, password: `${long}a` })).toBe(true);
  expect(await verifyPassword({ hash, password: `${long}b` })).toBe(false);
});

it("knows the same characters in another composition", async () => {
  const hash = await hashPassword("caf\u00e9 au lait");
  expect(await verifyPassword({ hash, password: "cafe\u0301 au lait" })).toBe(true);
});
