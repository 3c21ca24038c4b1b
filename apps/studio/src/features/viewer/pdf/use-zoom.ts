import { useState } from "react";
import type { PageSize } from "./page-size.ts";

const STEP = 1.2;
const LEAST = 0.25;
const MOST = 5;
/** Room beside the widest page, for the numbers of passages. */
const BESIDE_PX = 32;
const WIDEST_FIT = 2;

/** CSS pixels a point: what fits the pane's width until somebody chooses another. */
export function useZoom(sizes: readonly PageSize[], paneWidth: number) {
  const [chosen, setChosen] = useState<number | null>(null);
  const widest = Math.max(...sizes.map(({ width }) => width), 1);
  const fitting = Math.min(WIDEST_FIT, Math.max(LEAST, (paneWidth - BESIDE_PX) / widest));
  const scale = chosen ?? fitting;
  return {
    scale,
    zoom: (by: 1 | -1) => setChosen(Math.min(MOST, Math.max(LEAST, scale * STEP ** by))),
    fitWidth: () => setChosen(null),
  };
}
