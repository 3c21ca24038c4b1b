/**
 * The frame of every command of this folder: its exit code, or one readable line when it fails.
 * @param {() => Promise<number>} work
 */
export async function runEntry(work) {
  try {
    process.exitCode = await work();
  } catch (error) {
    process.stderr.write(`\n${error instanceof Error ? error.message : String(error)}\n`);
    process.exitCode = 1;
  }
}
