const saysNothing =
  /(^|\/)(utils?|helpers?|common|shared|misc|data|info|managers?|services?|base|impl)(\.[a-z.]+$|\/)/i;

/** True for a file whose name, or a folder's on the way to it, does not say what is in it. */
export function hasEmptyName(path: string): boolean {
  return saysNothing.test(path);
}
