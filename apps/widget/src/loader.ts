import type { HostApi, HostCall } from "./host-api.ts";
import type { Launcher, Mounting, Panel } from "./launcher.ts";
import styles from "./loader.css?inline";

/** The server puts a widget's own launcher in this place, the build the panel's name in the other. */
const LAUNCHER = "__LAUNCHER__" as Launcher;
const PANEL = "__PANEL__";
const TAG = "understudy-chat";
const SHORTEST_PAUSE_MS = 2_000;
const script = document.currentScript as HTMLScriptElement | null;

class UnderstudyChat extends HTMLElement {
  #panel: Promise<Panel> | undefined;

  connectedCallback(): void {
    void this.#panel?.then((panel) => panel.restore());
    if (this.shadowRoot) return;
    const root = this.attachShadow({ mode: "open" });
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(styles);
    root.adoptedStyleSheets = [sheet];
    if (this.dataset.mode === "inline") this.load();
    else root.append(this.#drawLauncher());
  }

  /** Sites that go from page to page by exchanging the body would lose the chat with it. */
  disconnectedCallback(): void {
    if (this.parentNode?.nodeName === "BODY") findChat();
  }

  #drawLauncher(): HTMLButtonElement {
    const { accent, ink, side = "", label = "" } = LAUNCHER;
    const button = document.createElement("button");
    if (accent) button.style.cssText = `--accent:${accent};--ink:${ink}`;
    button.className = `launcher ${side}`;
    button.textContent = label;
    button.ariaLabel = label || "Chat";
    button.onpointerenter = button.onfocus = () => this.load();
    const open = (pauseMs: number): unknown =>
      this.load().then(
        (panel) => panel.open(),
        () => setTimeout(open, pauseMs, pauseMs * 2),
      );
    button.onclick = () => open(SHORTEST_PAUSE_MS);
    return button;
  }

  /** Once; again after it failed. */
  load(): Promise<Panel> {
    const launcher = this.shadowRoot!.querySelector("button");
    const mounting: Mounting = { host: this, script, launcher, look: LAUNCHER };
    const address = new URL(PANEL, script?.src || location.href).href;
    this.#panel ??= import(/* @vite-ignore */ address).then((panel) => panel.mountPanel(mounting));
    this.#panel?.catch(() => (this.#panel = undefined));
    return this.#panel as Promise<Panel>;
  }
}

const ready = new Promise<unknown>((resolve) => {
  if (document.body) resolve(1);
  else addEventListener("DOMContentLoaded", resolve);
});

let known: UnderstudyChat | undefined;

/** The page's own, or one in the corner. */
function findChat(): UnderstudyChat {
  const chat = document.querySelector<UnderstudyChat>(TAG) ?? known ?? new UnderstudyChat();
  known = chat;
  if (!chat.isConnected) document.body.append(chat);
  return chat;
}

function start(): void {
  customElements.define(TAG, UnderstudyChat);
  const calls = window.understudy as HostCall[] | undefined;
  const api = {
    push: ([name, value]: HostCall) => void api[name]?.(value),
  } as Record<string, (value: unknown) => unknown> & Pick<HostApi, "push">;
  for (const name of ["open", "close", "ask", "identify"] as const) {
    api[name] = async (value) => {
      await ready;
      return (await findChat().load())[name](value as string);
    };
  }
  window.understudy = api as unknown as HostApi;
  // What stood there may be an element that the page has given this id.
  calls?.forEach?.(api.push);
  void ready.then(() => (window.requestIdleCallback ?? setTimeout)(findChat));
}

// A page that has the script twice has one chat.
if (!customElements.get(TAG)) start();
