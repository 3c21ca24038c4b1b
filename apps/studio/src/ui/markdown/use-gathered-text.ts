import { useEffect, useRef, useState } from "react";

/** Two frames: nobody sees words come more often, and each time the page is laid out and painted. */
const GATHER_MS = 32;

/** A text that grows, as it is to be drawn: what came within two frames together, its end at once. */
export function useGatheredText(text: string, isGrowing: boolean): string {
  const [drawn, setDrawn] = useState(text);
  const latest = useRef(text);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => {
    latest.current = text;
    if (!isGrowing || timer.current !== undefined) return;
    timer.current = setTimeout(() => {
      timer.current = undefined;
      setDrawn(latest.current);
    }, GATHER_MS);
  }, [text, isGrowing]);
  useEffect(
    () => () => {
      clearTimeout(timer.current);
      timer.current = undefined;
    },
    [],
  );
  return isGrowing && drawn !== "" && text.startsWith(drawn) ? drawn : text;
}
