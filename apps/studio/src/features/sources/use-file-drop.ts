import { useEffect, useEffectEvent, useState } from "react";
import { readAddress } from "./read-address.ts";
import { readDropped } from "./read-dropped.ts";

const TAKEN = ["Files", "text/uri-list"];

/** Takes files, folders of them, or a link, dropped anywhere on the page; true while they are held over it. */
export function useFileDrop(
  onFiles: (files: File[]) => void,
  onAddress?: (address: string) => void,
): boolean {
  const [isOver, setIsOver] = useState(false);
  const take = useEffectEvent((event: DragEvent) => {
    const inFolders = event.dataTransfer && readDropped(event.dataTransfer);
    const files = Array.from(event.dataTransfer?.files ?? []);
    const address = readAddress(event.dataTransfer?.getData("text/uri-list") ?? "");
    if (inFolders) void inFolders.then(onFiles);
    else if (files.length > 0) onFiles(files);
    else if (address && onAddress) onAddress(address);
    else return;
    event.preventDefault();
  });
  const isTaken = useEffectEvent((event: DragEvent) =>
    TAKEN.slice(0, onAddress ? 2 : 1).some((type) => event.dataTransfer?.types.includes(type)),
  );
  useEffect(() => {
    const leaving = new AbortController();
    const listen = (
      name: "dragenter" | "dragover" | "dragleave" | "drop",
      run: (event: DragEvent) => void,
    ) => window.addEventListener(name, run, { signal: leaving.signal });
    const hold = (event: DragEvent) => {
      if (!isTaken(event)) return;
      event.preventDefault();
      setIsOver(true);
    };
    listen("dragenter", hold);
    listen("dragover", hold);
    // Only leaving the window itself has no element that is entered instead.
    listen("dragleave", (event) => event.relatedTarget === null && setIsOver(false));
    listen("drop", (event) => {
      setIsOver(false);
      // A row takes the file that is dropped on it.
      if (!event.defaultPrevented) take(event);
    });
    return () => leaving.abort();
  }, []);
  return isOver;
}
