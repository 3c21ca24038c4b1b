import { type DragEvent, useState } from "react";

/** Takes one file that is dropped on a row; the page, which takes the others, sees it was taken. */
export function useRowDrop(onFile: ((file: File) => void) | undefined) {
  const [isOver, setIsOver] = useState(false);
  if (!onFile) return { isOver: false, dropProps: {} };
  const dropProps = {
    onDragOver(event: DragEvent) {
      if (!event.dataTransfer.types.includes("Files")) return;
      event.preventDefault();
      setIsOver(true);
    },
    onDragLeave: () => setIsOver(false),
    onDrop(event: DragEvent) {
      setIsOver(false);
      const { files, items } = event.dataTransfer;
      const [file, another] = files;
      if (!file || another || items[0]?.webkitGetAsEntry()?.isDirectory) return;
      event.preventDefault();
      onFile(file);
    },
  };
  return { isOver, dropProps };
}
