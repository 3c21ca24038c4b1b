/** CPU time of the fastest of so many runs, after one to warm up, since the machine has other work. */
export async function cpuSeconds(runs: number, run: () => Promise<void>): Promise<number> {
  await run();
  let best = Number.POSITIVE_INFINITY;
  for (let i = 0; i < runs; i += 1) {
    const before = process.cpuUsage();
    await run();
    const { user, system } = process.cpuUsage(before);
    best = Math.min(best, (user + system) / 1e6);
  }
  return best;
}

/** `ratio`: how many times faster than the peer above. */
export function printRow(name: string, figure: string, ratio?: number): void {
  const times = ratio === undefined ? "" : `  ${ratio.toFixed(2)} x`;
  process.stdout.write(`${name.padEnd(42)} ${figure}${times}\n`);
}
