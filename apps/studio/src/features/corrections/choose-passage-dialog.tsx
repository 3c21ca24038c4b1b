import { useMemo, useState } from "react";
import { locatorWords } from "#features/sources/locator-words.ts";
import { usePassages } from "#features/sources/use-passages.ts";
import { Dialog } from "#ui/dialog.tsx";
import { Input } from "#ui/input.tsx";
import type { Overlay } from "./overlay.ts";

const MOST_SHOWN = 60;

/** Which passage a correction is about, when its own was not found again; the nearest ones first. */
export function ChoosePassageDialog({
  overlay,
  onChoose,
  onClose,
}: {
  overlay: Overlay;
  onChoose: (chunkId: string) => void;
  onClose: () => void;
}) {
  const { passages } = usePassages(overlay.sourceId);
  const [words, setWords] = useState("");
  const { start } = overlay.locator;
  const shown = useMemo(() => {
    const wanted = words.trim().toLowerCase();
    return passages
      .filter(({ text }) => text.toLowerCase().includes(wanted))
      .sort((a, b) => Math.abs(a.locator.start - start) - Math.abs(b.locator.start - start))
      .slice(0, MOST_SHOWN);
  }, [passages, words, start]);
  return (
    <Dialog
      open
      wide
      onOpenChange={onClose}
      title="Choose its passage"
      description="The correction applies to this passage from now on."
    >
      <div className="grid gap-3">
        <Input
          type="search"
          aria-label="Find a passage"
          placeholder="Find a passage"
          value={words}
          onChange={(event) => setWords(event.target.value)}
        />
        <ul className="max-h-[50vh] overflow-y-auto rounded-md border border-line">
          {shown.map(({ id, ordinal, text, locator }) => (
            <li key={id} className="border-b border-line last:border-b-0">
              <button
                type="button"
                onClick={() => onChoose(id)}
                className="grid w-full gap-1 px-3 py-2 text-left -outline-offset-2 hover:bg-hover"
              >
                <span className="flex gap-2 text-xs text-faint">
                  <span className="font-medium text-muted tabular-nums">{ordinal + 1}</span>
                  <span className="truncate">{locatorWords(locator)}</span>
                </span>
                <span className="line-clamp-2 break-words">{text}</span>
              </button>
            </li>
          ))}
          {shown.length === 0 && <li className="p-3 text-muted">No passage has these words.</li>}
        </ul>
      </div>
    </Dialog>
  );
}
