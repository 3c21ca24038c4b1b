import { useState } from "react";
import { locatorWords } from "#features/sources/locator-words.ts";
import { Button } from "#ui/button.tsx";
import { ChoosePassageDialog } from "./choose-passage-dialog.tsx";
import { CorrectDialog } from "./correct-dialog.tsx";
import type { Overlay } from "./overlay.ts";
import { Mark } from "./passage-marks.tsx";
import { useCorrect } from "./use-correct.ts";

const MARK_OF = { edit: "corrected", hide: "hidden", pin: "pinned" } as const;
const WHAT_CAME = {
  applied: null,
  changed: "The source's own words have changed since. Your words still answer.",
  unmatched: "Its passage is not in the source any more, so it does not apply to anything now.",
} as const;

/** One correction: the source's words, the owner's, and what became of them. */
export function CorrectionCard({
  overlay,
  onShow,
}: {
  overlay: Overlay;
  onShow: (chunkId: string) => void;
}) {
  const { kind, status, original, text, locator } = overlay;
  return (
    <li className="grid gap-2 border-b border-line px-4 py-3">
      <div className="flex flex-wrap items-center gap-2 text-xs text-faint">
        <Mark kind={MARK_OF[kind]} />
        <span className="min-w-0 truncate">{locatorWords(locator)}</span>
      </div>
      {status !== "applied" && <p className="text-sm text-warn">{WHAT_CAME[status]}</p>}
      <Words
        label={status === "unmatched" ? "The source said" : "The source says"}
        text={original}
      />
      {text !== null && <Words label="Your words" text={text} isOwn />}
      <CardActions overlay={overlay} onShow={onShow} />
    </li>
  );
}

function Words({ label, text, isOwn = false }: { label: string; text: string; isOwn?: boolean }) {
  return (
    <div className="grid gap-0.5">
      <h4 className="text-xs font-medium text-faint">{label}</h4>
      <p className={`line-clamp-4 break-words ${isOwn ? "" : "text-muted"}`}>{text}</p>
    </div>
  );
}

function CardActions({ overlay, onShow }: { overlay: Overlay; onShow: (chunkId: string) => void }) {
  const { status, kind, chunkId, original, text } = overlay;
  const { keep, moveTo, discard, isPending } = useCorrect();
  const [open, setOpen] = useState<"edit" | "choose" | null>(null);
  const close = () => setOpen(null);
  const look = { size: "small", disabled: isPending } as const;
  return (
    <div className="flex flex-wrap gap-2">
      {status === "changed" && (
        <Button {...look} onClick={() => keep(overlay)}>
          Keep my words
        </Button>
      )}
      {status === "unmatched" && (
        <Button {...look} onClick={() => setOpen("choose")}>
          Choose its passage…
        </Button>
      )}
      {chunkId && (
        <Button {...look} variant="ghost" onClick={() => onShow(chunkId)}>
          Show
        </Button>
      )}
      {kind === "edit" && (
        <Button {...look} variant="ghost" onClick={() => setOpen("edit")}>
          Edit…
        </Button>
      )}
      <Button {...look} variant="ghost" onClick={() => void discard(overlay)}>
        Discard
      </Button>
      {open === "edit" && (
        <CorrectDialog
          passage={{ chunkId, original, text: text ?? "" }}
          overlay={overlay}
          onClose={close}
        />
      )}
      {open === "choose" && (
        <ChoosePassageDialog
          overlay={overlay}
          onClose={close}
          onChoose={(chosen) => {
            moveTo(overlay, chosen);
            close();
          }}
        />
      )}
    </div>
  );
}
