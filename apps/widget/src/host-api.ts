/** What a page may do with the chat: `window.understudy`. Events are told on the element, and bubble. */
export interface HostApi extends HostMethods {
  /** The same by name: `(window.understudy ??= []).push(["ask", "…"])` also works before the script is there. */
  push(call: HostCall): void;
}

export interface HostMethods {
  open(): Promise<void>;
  close(): Promise<void>;
  /** Opens the chat and asks, after what is being answered; null where it failed, which an event tells. */
  ask(question: string): Promise<HostEvents["answer"] | null>;
  /** Says who the visitor is, by a token that the page's own server has signed. */
  identify(token: string): Promise<void>;
}

export type HostCall = [name: keyof HostMethods, value?: string];

/** `understudy:open`, `understudy:answer` and so on; the details of each. */
export interface HostEvents {
  open: undefined;
  close: undefined;
  /** `isWaiting`: another answer is still being made. */
  ask: { question: string; isWaiting: boolean };
  answer: { question: string; text: string; answered: boolean };
  feedback: { rating: "up" | "down" };
  lead: undefined;
  error: { reason: string };
}

declare global {
  interface Window {
    understudy: HostApi | HostCall[] | undefined;
  }
}

export function tellPage<Name extends keyof HostEvents>(
  host: HTMLElement,
  name: Name,
  detail?: HostEvents[Name],
): void {
  host.dispatchEvent(
    new CustomEvent(`understudy:${name}`, { detail, bubbles: true, composed: true }),
  );
}
