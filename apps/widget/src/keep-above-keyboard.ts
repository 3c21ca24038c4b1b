/** A phone's keyboard makes what is seen lower, but not the page. */
export function keepAboveKeyboard(dialog: HTMLDialogElement): void {
  const seen = visualViewport;
  if (!seen) return;
  const fit = () => {
    dialog.style.setProperty("--height", `${seen.height}px`);
    dialog.style.top = `${seen.offsetTop}px`;
  };
  seen.addEventListener("resize", fit);
  seen.addEventListener("scroll", fit);
  dialog.addEventListener(
    "close",
    () => {
      seen.removeEventListener("resize", fit);
      seen.removeEventListener("scroll", fit);
    },
    { once: true },
  );
}
