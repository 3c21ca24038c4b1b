import { useEffect, useEffectEvent } from "react";
import { isTyping } from "#lib/is-typing.ts";
import { readAddress } from "./read-address.ts";

/** Takes a web address that is pasted on the page, outside of its fields. */
export function useAddressPaste(onAddress: (address: string) => void): void {
  const take = useEffectEvent((event: ClipboardEvent) => {
    const address = readAddress(event.clipboardData?.getData("text/plain") ?? "");
    if (!address || isTyping(event.target)) return;
    event.preventDefault();
    onAddress(address);
  });
  useEffect(() => {
    const listener = (event: ClipboardEvent) => take(event);
    document.addEventListener("paste", listener);
    return () => document.removeEventListener("paste", listener);
  }, []);
}
