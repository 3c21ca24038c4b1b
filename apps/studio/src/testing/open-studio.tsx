import { cleanup, configure, render } from "@testing-library/react";
import { type UserEvent, userEvent } from "@testing-library/user-event";
import { afterEach, vi } from "vitest";
import { Studio } from "#app/studio.tsx";

// The first screen of a file is compiled while it is waited for.
configure({ asyncUtilTimeout: 15_000 });

afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

/** The whole studio at an address, as a browser would show it. */
export function openStudio(address: string): UserEvent {
  lendBrowserParts();
  window.history.pushState(null, "", address);
  render(<Studio />);
  return userEvent.setup();
}

/** What jsdom has no use for, since it lays out and scrolls nothing. */
function lendBrowserParts(): void {
  vi.stubGlobal("matchMedia", () => ({
    matches: false,
    addEventListener: () => {},
    removeEventListener: () => {},
  }));
  vi.stubGlobal("ResizeObserver", StillObserver);
  vi.stubGlobal("scrollTo", () => {});
  Element.prototype.scrollIntoView = () => {};
  Element.prototype.hasPointerCapture = () => false;
}

class StillObserver {
  observe(): void {}
  unobserve(): void {}
  disconnect(): void {}
}
