/**
 * Calls made while the work runs become one more run after it, and all of them wait for that one.
 * What the work throws goes to `onError`: whoever asks does not wait for it.
 */
export function coalesce(work: () => Promise<void>, onError: (error: unknown) => void) {
  let running: Promise<void> | null = null;
  let again = false;

  const loop = async () => {
    do {
      again = false;
      await work().catch(onError);
    } while (again);
    running = null;
  };
  return (): Promise<void> => {
    again = true;
    running ??= loop();
    return running;
  };
}
