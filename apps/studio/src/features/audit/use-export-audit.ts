import { useRef, useState } from "react";
import { explainFailure } from "#lib/explain-failure.ts";
import { saveFile } from "#lib/save-file.ts";
import { useTRPCClient } from "#lib/trpc.ts";
import { useToasts } from "#ui/toaster.tsx";
import { useNarrowing } from "./use-audit.ts";

/** Fetches the log part by part and saves it as one file; `parts` is null while none is under way. */
export function useExportAudit() {
  const client = useTRPCClient();
  const narrowing = useNarrowing();
  const toasts = useToasts();
  const [parts, setParts] = useState<number | null>(null);
  const stopping = useRef(new AbortController());
  const collect = async (format: "csv" | "jsonl", signal: AbortSignal) => {
    const texts: string[] = [];
    let cursor: string | undefined;
    for (;;) {
      setParts(texts.length);
      const part = await client.audit.export.mutate({ ...narrowing, format, cursor }, { signal });
      texts.push(part.text);
      if (part.nextCursor === null) return { ...part, texts };
      cursor = part.nextCursor;
    }
  };
  const start = async (format: "csv" | "jsonl") => {
    stopping.current = new AbortController();
    const { signal } = stopping.current;
    try {
      const { texts, fileName, mediaType } = await collect(format, signal);
      saveFile(new Blob(texts, { type: mediaType }), fileName);
    } catch (error) {
      if (!signal.aborted) toasts.show({ text: explainFailure(error).text, tone: "bad" });
    } finally {
      setParts(null);
    }
  };
  return { start, cancel: () => stopping.current.abort(), parts };
}
