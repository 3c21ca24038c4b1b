/**
 * Runs one step and says on one line of standard error what it is and how long it took.
 * @template T
 * @param {string} label
 * @param {() => Promise<T>} work
 * @returns {Promise<T>}
 */
export async function showStep(label, work) {
  const started = performance.now();
  process.stderr.write(`  … ${label}${process.stderr.isTTY ? "" : "\n"}`);
  try {
    const result = await work();
    finishLine("✓", label, started);
    return result;
  } catch (error) {
    finishLine("✗", label, started);
    throw error;
  }
}

/** @param {string} mark @param {string} label @param {number} started */
function finishLine(mark, label, started) {
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  const overwrite = process.stderr.isTTY ? "\r\u001b[2K" : "";
  process.stderr.write(`${overwrite}  ${mark} ${label} (${seconds} s)\n`);
}
