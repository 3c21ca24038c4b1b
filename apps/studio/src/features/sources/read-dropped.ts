/** The files of what was dropped when a folder is among it, in whatever folder they lie; null when there is none. */
export function readDropped(transfer: DataTransfer): Promise<File[]> | null {
  // What was dropped is gone as soon as its event is over.
  const entries = Array.from(transfer.items ?? [], (item) => item.webkitGetAsEntry()).filter(
    (entry) => entry !== null,
  );
  return entries.some(({ isDirectory }) => isDirectory) ? readAll(entries) : null;
}

async function readAll(entries: readonly FileSystemEntry[]): Promise<File[]> {
  const files: File[] = [];
  for (const entry of entries) files.push(...(await readEntry(entry)));
  return files;
}

/** Without what a system keeps for itself in a folder. */
async function readEntry(entry: FileSystemEntry): Promise<File[]> {
  if (entry.name.startsWith(".") || entry.name === "__MACOSX") return [];
  if (isFolder(entry)) return readAll(await listFolder(entry));
  const file = entry as FileSystemFileEntry;
  return [await new Promise<File>((resolve, reject) => file.file(resolve, reject))];
}

function isFolder(entry: FileSystemEntry): entry is FileSystemDirectoryEntry {
  return entry.isDirectory;
}

/** A browser tells a hundred at a time. */
async function listFolder(folder: FileSystemDirectoryEntry): Promise<FileSystemEntry[]> {
  const reader = folder.createReader();
  const listed: FileSystemEntry[] = [];
  for (;;) {
    const more = await new Promise<FileSystemEntry[]>((resolve, reject) =>
      reader.readEntries(resolve, reject),
    );
    if (more.length === 0) return listed;
    listed.push(...more);
  }
}
