import { useEffect, useEffectEvent, useState } from "react";

/** Takes files dropped anywhere on the page; true while some are held over it. */
export function useFileDrop(onFiles: (files: File[]) => void): boolean {
  const [isOver, setIsOver] = useState(false);
  const take = useEffectEvent(onFiles);
  useEffect(() => {
    const leaving = new AbortController();
    const listen = (
      name: "dragenter" | "dragover" | "dragleave" | "drop",
      run: (event: DragEvent) => void,
    ) => window.addEventListener(name, run, { signal: leaving.signal });
    const hold = (event: DragEvent) => {
      if (!event.dataTransfer?.types.includes("Files")) return;
      event.preventDefault();
      setIsOver(true);
    };
    listen("dragenter", hold);
    listen("dragover", hold);
    // Only leaving the window itself has no element that is entered instead.
    listen("dragleave", (event) => event.relatedTarget === null && setIsOver(false));
    listen("drop", (event) => {
      const files = Array.from(event.dataTransfer?.files ?? []);
      setIsOver(false);
      if (files.length === 0) return;
      event.preventDefault();
      take(files);
    });
    return () => leaving.abort();
  }, []);
  return isOver;
}
