/** The lines of a lockfile that tie an install to one registry. */
export function lockfileHosts(lockfile: string): string[] {
  return lockfile
    .split("\n")
    .filter((line) => /(resolved|tarball|registry): ?"?https?:/.test(line));
}
