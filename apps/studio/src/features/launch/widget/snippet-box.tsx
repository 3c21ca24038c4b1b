import { useSuspenseQuery } from "@tanstack/react-query";
import type { Widget } from "@understudy/core/widget/contract";
import { useTRPC } from "#lib/trpc.ts";
import { CopyButton } from "#ui/copy-button.tsx";

/** The line to paste, and how to see that it works. */
export function SnippetBox({ widget }: { widget: Widget }) {
  const trpc = useTRPC();
  const { snippet } = useSuspenseQuery(
    trpc.widget.snippet.queryOptions({ widgetId: widget.id }),
  ).data;
  return (
    <div className="grid gap-3">
      <pre
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls must be reachable by keyboard.
        tabIndex={0}
        className="overflow-x-auto rounded-lg border border-line bg-sunken p-3 font-mono text-sm leading-5 whitespace-pre-wrap break-all"
      >
        <code>{snippet}</code>
      </pre>
      <div>
        <CopyButton text={snippet} label="Copy snippet" />
      </div>
      <ol className="grid list-decimal gap-1 pl-5 text-sm text-muted">
        <li>Paste it before the closing body tag of a page on an allowed domain.</li>
        <li>Open that page: the button is in its corner, and a question gets its answer.</li>
        <li>
          To try it on your own machine, allow the origin it runs on, such as
          <code className="mx-1 font-mono">http://localhost:8080</code> too.
        </li>
      </ol>
      <p className="text-sm text-muted">
        The key in it is meant to be seen: it only asks this twin, and only on your domains.
      </p>
    </div>
  );
}
