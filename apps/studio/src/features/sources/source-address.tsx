import { ExternalLink } from "lucide-react";

/** Where a page came from, as a link that leads there. */
export function SourceAddress({ url }: { url: string }) {
  const shown = url.replace(/^https?:\/\/(www\.)?/, "").replace(/\/$/, "");
  return (
    <a
      href={url}
      target="_blank"
      rel="noopener noreferrer"
      className="inline-flex min-h-6 max-w-full items-center gap-1 text-sm text-muted hover:text-ink hover:underline"
    >
      <span className="truncate">{shown}</span>
      <ExternalLink aria-label="opens in a new tab" className="size-3.5 shrink-0" />
    </a>
  );
}
