const SETTLED_MS = 120;
const MARGIN = 0.12;

/**
 * Brings a mark to the middle of its pane unless it is in sight; gives what calls it off. Twice:
 * blocks get their true heights when they first come into sight, which moves those below.
 */
export function bringIntoSight(element: Element): () => void {
  const show = () => {
    if (!isInSight(element)) element.scrollIntoView({ block: "center", inline: "nearest" });
  };
  show();
  const timer = setTimeout(show, SETTLED_MS);
  return () => clearTimeout(timer);
}

function isInSight(element: Element): boolean {
  const pane = element.closest("[data-pane]")?.getBoundingClientRect();
  if (!pane) return false;
  const { top, bottom } = element.getBoundingClientRect();
  const margin = pane.height * MARGIN;
  return top >= pane.top + margin && Math.min(bottom, top + margin) <= pane.bottom - margin;
}

const EYE_LINE = 64;

/** The text offset of what stands near the top of a pane whose parts carry `data-start`. */
export function readOffset(pane: HTMLElement): number | null {
  const { left, top, width } = pane.getBoundingClientRect();
  const element = document.elementFromPoint(left + width / 2, top + EYE_LINE);
  const part = element?.closest<HTMLElement>("[data-start]");
  return part && pane.contains(part) ? Number(part.dataset.start) : null;
}

const LOWEST_KEPT = 0.5;

/** Brings the part that holds a text offset near the top of its pane, unless it is there. */
export function showOffset(pane: HTMLElement, offset: number): void {
  const parts = pane.querySelectorAll<HTMLElement>("[data-start]");
  const part = lastUpTo(parts, offset);
  if (!part) return;
  const { top, height } = pane.getBoundingClientRect();
  const place = part.getBoundingClientRect();
  const isNear = place.top >= top - 1 && place.top < top + height * LOWEST_KEPT;
  if (!isNear) part.scrollIntoView({ block: "start" });
}

function lastUpTo(parts: NodeListOf<HTMLElement>, offset: number): HTMLElement | undefined {
  let low = 0;
  let high = parts.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (Number(parts[middle]!.dataset.start) <= offset) low = middle + 1;
    else high = middle;
  }
  return parts[Math.max(0, low - 1)];
}
