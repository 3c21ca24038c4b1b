import { readdir, readFile, writeFile } from "node:fs/promises";
import { extname, join } from "node:path";
import { promisify } from "node:util";
import { brotliCompress, constants, gzip } from "node:zlib";

const toBrotli = promisify(brotliCompress);
const toGzip = promisify(gzip);
const compressible = new Set([".js", ".mjs", ".css", ".svg", ".json"]);
// One packet holds it anyway.
const minBytes = 1_000;
// 11 takes ten times as long at the first start, for one part in twenty.
const brotliQuality = 9;

/**
 * Leaves a `.br` and a `.gz` beside each asset that they make smaller.
 * @param {string} folder
 */
export async function compressAssets(folder) {
  const names = await readdir(folder);
  const assets = names.filter((name) => compressible.has(extname(name)));
  await Promise.all(assets.map((name) => compressAsset(join(folder, name))));
}

/** @param {string} path */
async function compressAsset(path) {
  const bytes = await readFile(path);
  if (bytes.length < minBytes) return;
  const params = {
    [constants.BROTLI_PARAM_QUALITY]: brotliQuality,
    [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length,
  };
  const [brotli, gzipped] = await Promise.all([
    toBrotli(bytes, { params }),
    toGzip(bytes, { level: 9 }),
  ]);
  await writeFile(`${path}.br`, brotli);
  await writeFile(`${path}.gz`, gzipped);
}
