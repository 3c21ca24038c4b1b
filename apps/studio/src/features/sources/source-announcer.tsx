import type { Source } from "@understudy/core/source/contract";
import { useEffect, useRef, useState } from "react";

const WORDS = { live: "is live", failed: "could not be read", processing: "is being processed" };

/** Says aloud what became of a source, once, when its state changes. */
export function SourceAnnouncer({ sources }: { sources: readonly Source[] }) {
  const known = useRef(new Map<string, Source["status"]>());
  const [text, setText] = useState("");
  useEffect(() => {
    const news = sources.filter(({ id, status }) => {
      const before = known.current.get(id);
      return before !== undefined && before !== status;
    });
    known.current = new Map(sources.map(({ id, status }) => [id, status]));
    if (news.length > 0) {
      setText(news.map(({ title, status }) => `${title} ${WORDS[status]}.`).join(" "));
    }
  }, [sources]);
  return (
    <p role="status" className="sr-only">
      {text}
    </p>
  );
}
