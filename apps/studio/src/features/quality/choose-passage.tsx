import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useDeferredValue, useState } from "react";
import { useTRPC } from "#lib/trpc.ts";
import { Button } from "#ui/button.tsx";
import { Input } from "#ui/input.tsx";
import type { Expectation } from "./quality.ts";

type CitesPassage = Extract<Expectation, { kind: "cites_passage" }>;

const SHOWN = 6;

/** One of the passages that are found for the question, or for other words. */
export function ChoosePassage({
  twinId,
  question,
  chosen,
  onChoose,
}: {
  twinId: string;
  question: string;
  chosen: CitesPassage;
  onChoose: (chosen: CitesPassage) => void;
}) {
  const trpc = useTRPC();
  const [isChoosing, setIsChoosing] = useState(chosen.chunkId === "");
  const [words, setWords] = useState("");
  const query = useDeferredValue(words.trim() || question.trim());
  const { data } = useQuery(
    trpc.knowledge.search.queryOptions(
      { twinId, query, limit: SHOWN },
      { enabled: isChoosing && query !== "", placeholderData: keepPreviousData },
    ),
  );
  if (!isChoosing) {
    return (
      <div className="grid justify-items-start gap-1.5">
        <p className="line-clamp-3 text-sm break-words text-muted">“{chosen.text}”</p>
        <p className="text-xs text-faint">{chosen.sourceTitle}</p>
        <Button size="small" onClick={() => setIsChoosing(true)}>
          Choose another
        </Button>
      </div>
    );
  }
  return (
    <div className="grid gap-2">
      <Input
        type="search"
        aria-label="Find a passage"
        placeholder={
          question.trim() ? "Found for the question; or type other words" : "Find a passage"
        }
        value={words}
        onChange={(event) => setWords(event.target.value)}
      />
      <ul className="max-h-56 overflow-y-auto rounded-md border border-line">
        {(data?.passages ?? []).map(({ chunkId, sourceId, sourceTitle, text }) => (
          <li key={chunkId} className="border-b border-line last:border-b-0">
            <button
              type="button"
              className="grid w-full gap-0.5 px-3 py-2 text-left -outline-offset-2 hover:bg-hover"
              onClick={() => {
                onChoose({ kind: "cites_passage", chunkId, sourceId, sourceTitle, text });
                setIsChoosing(false);
              }}
            >
              <span className="truncate text-xs text-faint">{sourceTitle}</span>
              <span className="line-clamp-2 text-sm break-words">{text}</span>
            </button>
          </li>
        ))}
        {!data?.passages.length && (
          <li className="p-3 text-sm text-muted">
            {query ? "No passage is found for this." : "Write the question first."}
          </li>
        )}
      </ul>
    </div>
  );
}
