import { type KeyboardEvent, type ReactNode, useRef, useState } from "react";

const LEAST = 25;
const MOST = 75;
const STEP = 5;

/** Two panes side by side; the line between them is moved by pointer or arrow keys, and stays there. */
export function SplitPanes({
  label,
  storedUnder,
  left,
  right,
}: {
  /** What the line is for, read aloud: "Width of the original". */
  label: string;
  storedUnder: string;
  left: ReactNode;
  right: ReactNode;
}) {
  const frame = useRef<HTMLDivElement>(null);
  const [share, setShare] = useState(() => clamp(Number(localStorage.getItem(storedUnder)) || 55));
  const move = (wanted: number) => {
    const next = clamp(wanted);
    setShare(next);
    localStorage.setItem(storedUnder, String(next));
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const by = { ArrowLeft: -STEP, ArrowRight: STEP }[event.key];
    if (by === undefined) return;
    event.preventDefault();
    move(share + by);
  };
  return (
    <div
      ref={frame}
      className="grid min-h-0 flex-1 grid-rows-[minmax(0,1fr)]"
      style={{ gridTemplateColumns: `minmax(0, ${share}fr) auto minmax(0, ${100 - share}fr)` }}
    >
      <div className="flex min-w-0 flex-col">{left}</div>
      {/* biome-ignore lint/a11y/useSemanticElements: an hr cannot be moved. */}
      <div
        role="separator"
        aria-orientation="vertical"
        aria-label={label}
        aria-valuenow={Math.round(share)}
        aria-valuemin={LEAST}
        aria-valuemax={MOST}
        tabIndex={0}
        onKeyDown={onKeyDown}
        onDoubleClick={() => move(50)}
        onPointerDown={(event) => event.currentTarget.setPointerCapture(event.pointerId)}
        onPointerMove={(event) => {
          const place = frame.current?.getBoundingClientRect();
          if (!place || !event.currentTarget.hasPointerCapture(event.pointerId)) return;
          move(((event.clientX - place.left) / place.width) * 100);
        }}
        className="relative z-10 w-px cursor-col-resize touch-none bg-line before:absolute before:-inset-x-1.5 before:inset-y-0 hover:bg-accent-text focus-visible:bg-accent-text"
      />
      <div className="flex min-w-0 flex-col">{right}</div>
    </div>
  );
}

function clamp(share: number): number {
  return Math.min(MOST, Math.max(LEAST, share));
}
