/** The address of a video at a moment; null where it is not known how to name one. */
export function videoAddress(url: string | null, seconds: number): string | null {
  if (!url || !URL.canParse(url)) return null;
  const address = new URL(url);
  if (!/^https?:$/.test(address.protocol) || !isYoutube(address)) return null;
  address.searchParams.set("t", `${Math.floor(seconds)}s`);
  return address.href;
}

function isYoutube({ hostname }: URL): boolean {
  return /(?:^|\.)(?:youtube\.com|youtube-nocookie\.com|youtu\.be)$/.test(hostname);
}
