import type { Mounting, Via } from "./launcher.ts";

/** Where the server is, and by which way in, as the tag or the element says. */
export function readWay({ host, script }: Mounting): { origin: string; via: Via } {
  const address = new URL(script?.src || location.href);
  const { handle, share, key } = host.dataset;
  const publishableKey = key ?? script?.dataset.key ?? address.searchParams.get("key") ?? "";
  const shared = share ? { shareSlug: share } : { publishableKey };
  return { origin: address.origin, via: handle ? { handle } : shared };
}
