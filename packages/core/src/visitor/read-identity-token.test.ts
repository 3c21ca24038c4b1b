import { SignJWT, UnsecuredJWT } from "jose";
import { expect, test } from "vitest";
import { readIdentityToken } from "./read-identity-token.ts";

/** Long enough for HS512, so that it is the algorithm alone that is refused. */
const secret = `us_is_${"kT3vZq8LwX2mB7nR5yJ1cF6hD9gS4pAe".repeat(2)}`;
const audience = "01a22397-d277-702b-b1ab-5a82f5bd301b";
const bytes = (text: string) => new TextEncoder().encode(text);
const claims = { name: "Grace", email: "grace@example.org", groups: ["gold"] };

const signing = (alg = "HS256") =>
  new SignJWT(claims)
    .setProtectedHeader({ alg })
    .setSubject("user-7")
    .setAudience(audience)
    .setIssuedAt()
    .setExpirationTime("10m");

test("what the widget's secret signed is believed", async () => {
  const token = await signing().sign(bytes(secret));
  expect(await readIdentityToken(token, { secret, audience })).toEqual({
    subject: "user-7",
    ...claims,
  });
});

test.each<[string, () => Promise<string> | string]>([
  ["another secret", () => signing().sign(bytes("us_is_another-secret-of-another-widget-01"))],
  ["another widget", () => signing().setAudience(crypto.randomUUID()).sign(bytes(secret))],
  ["the past", () => signing().setExpirationTime("-10m").sign(bytes(secret))],
  [
    "no algorithm",
    () =>
      new UnsecuredJWT(claims)
        .setSubject("user-7")
        .setAudience(audience)
        .setIssuedAt()
        .setExpirationTime("10m")
        .encode(),
  ],
  ["another algorithm", () => signing("HS512").sign(bytes(secret))],
  [
    "too long a life",
    () =>
      signing()
        .setIssuedAt(Date.now() / 1_000 - 90_000)
        .setExpirationTime("2d")
        .sign(bytes(secret)),
  ],
  ["nobody", () => signing().setSubject("").sign(bytes(secret))],
  ["a cut", async () => (await signing().sign(bytes(secret))).slice(0, -4)],
])("a token of %s is not", async (_, make) => {
  expect(await readIdentityToken(await make(), { secret, audience })).toBeNull();
});
