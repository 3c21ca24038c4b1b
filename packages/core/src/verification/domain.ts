import { z } from "zod";

/** As names of the DNS are, with room for the label that the record stands under. */
const MAX_DOMAIN_CHARACTERS = 240;
const NAME = /^(?=.*[a-z])(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z0-9][a-z0-9-]*[a-z0-9]$/;

/** A name of the public DNS, in ASCII; people paste the address of their site as well. */
export const Domain = z
  .string()
  .trim()
  .max(2_000)
  .transform((text, { addIssue }) => {
    const domain = readDomain(text);
    if (domain) return domain;
    addIssue("Give a domain such as example.com, without a port.");
    return z.NEVER;
  });

function readDomain(text: string): string | null {
  const address = /^https?:\/\//i.test(text) ? text : `https://${text}`;
  if (!URL.canParse(address)) return null;
  const { hostname, port, username } = new URL(address);
  const domain = hostname.replace(/\.$/, "");
  const isName = domain.length <= MAX_DOMAIN_CHARACTERS && NAME.test(domain);
  return isName && !port && !username ? domain : null;
}
