const ENTRY_BYTES = 128;
const NO_SECTOR = 0xfffffffa;
const FAT_IN_HEADER = 109;
const MINI_SECTOR_BYTES = 64;
const ROOT = 5;

interface Entry {
  name: string;
  type: number;
  start: number;
  size: number;
}

/** The streams of a compound file (MS-CFB) by name, each read when asked for; damage throws. */
export function openCompoundFile(bytes: Uint8Array): (name: string) => Buffer | undefined {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const shift = file.readUInt16LE(30);
  if (shift !== 9 && shift !== 12) throw new Error(`Sectors of 2^${shift} bytes are not known.`);
  const sectorBytes = 1 << shift;
  // The header takes the place of one.
  const sector = (at: number) => file.subarray((at + 1) * sectorBytes, (at + 2) * sectorBytes);
  const mostSectors = Math.ceil(file.length / sectorBytes);
  const fat = numbersOf(listFat(file, sector, mostSectors).map(sector));

  const chain = (start: number, table: readonly number[], most: number) => {
    const sectors: number[] = [];
    for (let at = start; at < NO_SECTOR; at = table[at] ?? NO_SECTOR) {
      if (sectors.push(at) > most) throw new Error("The chain of sectors has no end.");
    }
    return sectors;
  };
  const read = (start: number) => Buffer.concat(chain(start, fat, mostSectors).map(sector));

  const entries = readEntries(read(file.readUInt32LE(48)));
  const root = entries.find(({ type }) => type === ROOT);
  const smallest = file.readUInt32LE(56);
  return (name) => {
    const entry = entries.find((one) => one.name === name);
    if (!entry) return undefined;
    if (entry.size >= smallest) return read(entry.start).subarray(0, entry.size);
    const miniFat = numbersOf([read(file.readUInt32LE(60))]);
    const mini = read(root?.start ?? NO_SECTOR);
    const parts = chain(entry.start, miniFat, miniFat.length).map((at) =>
      mini.subarray(at * MINI_SECTOR_BYTES, (at + 1) * MINI_SECTOR_BYTES),
    );
    return Buffer.concat(parts).subarray(0, entry.size);
  };
}

/** The sectors that hold the table of sectors: named in the header, and for large files in a chain of their own. */
function listFat(file: Buffer, sector: (at: number) => Buffer, most: number): number[] {
  const fat = numbersOf([file.subarray(76, 76 + FAT_IN_HEADER * 4)]);
  let next = file.readUInt32LE(68);
  for (let count = 0; next < NO_SECTOR && count < most; count += 1) {
    const numbers = numbersOf([sector(next)]);
    next = numbers.pop() ?? NO_SECTOR;
    fat.push(...numbers);
  }
  return fat.filter((at) => at < NO_SECTOR);
}

function numbersOf(parts: readonly Buffer[]): number[] {
  const bytes = Buffer.concat(parts);
  return Array.from({ length: bytes.length >> 2 }, (_, at) => bytes.readUInt32LE(at * 4));
}

function readEntries(directory: Buffer): Entry[] {
  return Array.from({ length: Math.floor(directory.length / ENTRY_BYTES) }, (_, index) => {
    const entry = directory.subarray(index * ENTRY_BYTES, (index + 1) * ENTRY_BYTES);
    const nameBytes = Math.max(0, Math.min(64, entry.readUInt16LE(64)) - 2);
    return {
      name: entry.toString("utf16le", 0, nameBytes),
      type: entry.readUInt8(66),
      start: entry.readUInt32LE(116),
      size: entry.readUInt32LE(120),
    };
  });
}
