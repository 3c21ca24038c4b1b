const causes = [
  {
    pattern: /ENOSPC|no space left on device/i,
    advice: "The disk is full. Free about 2 GB and run the same command again.",
  },
  {
    pattern:
      /ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ENETUNREACH|ETIMEDOUT|ECONNRESET|dns error|error sending request/i,
    advice:
      "The npm registry cannot be reached. The first start downloads what it needs: connect to the network (or set a reachable registry with `npm config set registry`) and run the same command again.",
  },
  {
    pattern: /EACCES|EPERM|EROFS|permission denied|read-only file system/i,
    advice: "A folder cannot be written. Check who owns this directory and your npm cache.",
  },
  {
    pattern: /OUTDATED_LOCKFILE|frozen-lockfile/i,
    advice:
      "pnpm-lock.yaml does not match the package.json files. Run `npx pnpm install` and commit the lockfile.",
  },
];

/**
 * Says what failed, why as far as it can be told, and what to do.
 * @param {string} command
 * @param {number | string | null} code exit code or signal
 * @param {string} output
 * @returns {string}
 */
export function explainFailure(command, code, output) {
  const cause = causes.find(({ pattern }) => pattern.test(output));
  const lines = output
    .trimEnd()
    .split("\n")
    .filter((line) => !/^\s+at /.test(line));
  const tail = lines.slice(-20).join("\n");
  return [cause?.advice, `\`${command}\` ended with ${code}:`, tail].filter(Boolean).join("\n");
}
