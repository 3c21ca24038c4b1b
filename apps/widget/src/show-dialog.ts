const PHONE = "(width < 480px)";

/** Over the whole page on a phone, beside it elsewhere: there the page can still be used. */
export async function showDialog(dialog: HTMLDialogElement): Promise<void> {
  if (matchMedia(PHONE).matches) {
    dialog.popover = null;
    dialog.showModal();
    (await import("./keep-above-keyboard.ts")).keepAboveKeyboard(dialog);
    return;
  }
  dialog.popover = "manual";
  dialog.showPopover();
}

export function hideDialog(dialog: HTMLDialogElement): void {
  if (dialog.open) dialog.close();
  else if (dialog.popover) dialog.hidePopover();
}
