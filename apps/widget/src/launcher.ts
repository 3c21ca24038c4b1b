import type { HostMethods } from "./host-api.ts";

/** What the page shows before anyone reaches for the chat; the server writes it into the script. */
export interface Launcher {
  accent?: string;
  /** What can be read on the accent. */
  ink?: string;
  side?: "left" | "right";
  label?: string;
  /** Of the chat's own words, where the page names none. */
  language?: string;
}

/** Ways in to a twin, as `visitor.start` takes them. */
export type Via =
  | { publishableKey: string }
  | { shareSlug: string; password?: string }
  | { handle: string };

/** The chat once it is loaded. */
export interface Panel extends HostMethods {
  /** The element was taken out of the page and put back, which hides what floats. */
  restore(): void;
}

export interface Mounting {
  /** The element on the page; events are told on it. */
  host: HTMLElement;
  /** The tag that loaded all this, if it is known. */
  script: HTMLScriptElement | null;
  /** None: the chat stands in the page instead of floating over it. */
  launcher: HTMLButtonElement | null;
  look: Launcher;
}
