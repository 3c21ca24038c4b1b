/** What a page may do with the chat: `window.understudy`. Events are told on the element, and bubble. */
export interface HostApi {
  open(): Promise<void>;
  close(): Promise<void>;
  /** Opens the chat and asks. */
  ask(question: string): Promise<void>;
  /** Says who the visitor is, by a token that the page's own server has signed. */
  identify(token: string): Promise<void>;
}

/** `understudy:open`, `understudy:answer` and so on; the details of each. */
export interface HostEvents {
  open: undefined;
  close: undefined;
  ask: { question: string };
  answer: { question: string; text: string; answered: boolean };
  feedback: { rating: "up" | "down" };
  lead: undefined;
  error: { reason: string };
}

declare global {
  interface Window {
    understudy: HostApi;
  }
}

export function tellPage<Name extends keyof HostEvents>(
  host: HTMLElement,
  name: Name,
  detail: HostEvents[Name],
): void {
  host.dispatchEvent(
    new CustomEvent(`understudy:${name}`, { detail, bubbles: true, composed: true }),
  );
}
