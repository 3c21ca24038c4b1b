/** Into the clipboard, also where the page came over plain http and has no clipboard of its own. */
export async function copyText(text: string): Promise<void> {
  if (globalThis.isSecureContext) return navigator.clipboard.writeText(text);
  const field = document.createElement("textarea");
  field.value = text;
  field.style.position = "fixed";
  const focused = document.activeElement;
  // Inside an open dialog, which would take the focus back from anything outside.
  (document.querySelector("[role=dialog]") ?? document.body).append(field);
  field.select();
  document.execCommand("copy");
  field.remove();
  if (focused instanceof HTMLElement) focused.focus();
}
