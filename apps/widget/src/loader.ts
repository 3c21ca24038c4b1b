import type { HostApi } from "./host-api.ts";
import type { Launcher, Mounting, Panel } from "./launcher.ts";
import styles from "./loader.css?inline";

/** The server puts a widget's own launcher in this place, the build the panel's name in the other. */
const LAUNCHER = "__LAUNCHER__" as Launcher;
const PANEL = "__PANEL__";
const TAG = "understudy-chat";
const script = document.currentScript as HTMLScriptElement | null;

class UnderstudyChat extends HTMLElement {
  #panel: Promise<Panel> | undefined;
  #launcher: HTMLButtonElement | undefined;

  connectedCallback(): void {
    if (this.shadowRoot) return;
    const root = this.attachShadow({ mode: "open" });
    if (this.dataset.mode === "inline") this.load();
    else root.append(this.#drawLauncher(root));
  }

  #drawLauncher(root: ShadowRoot): HTMLButtonElement {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(styles);
    root.adoptedStyleSheets = [sheet];
    const { accent, ink, side = "", label = "" } = LAUNCHER;
    const button = document.createElement("button");
    if (accent) button.style.cssText = `--accent:${accent};--ink:${ink}`;
    button.className = `launcher ${side}`;
    button.textContent = label;
    button.ariaLabel = label || "Chat";
    button.onpointerenter = button.onfocus = () => this.load();
    button.onclick = async () => (await this.load()).open();
    this.#launcher = button;
    return button;
  }

  /** Once; again after it failed. */
  load(): Promise<Panel> {
    const mounting: Mounting = { host: this, script, launcher: this.#launcher, look: LAUNCHER };
    this.#panel ??= import(
      /* @vite-ignore */ new URL(PANEL, script?.src || location.href).href
    ).then(
      ({ mountPanel }) => mountPanel(mounting),
      () => (this.#panel = undefined),
    );
    return this.#panel as Promise<Panel>;
  }
}

function start(): void {
  customElements.define(TAG, UnderstudyChat);
  const chat = document.querySelector<UnderstudyChat>(TAG) ?? new UnderstudyChat();
  const show = () => {
    if (!chat.isConnected) document.body.append(chat);
    return chat;
  };
  const api: Record<string, (value: string) => Promise<void>> = {};
  for (const name of ["open", "close", "ask", "identify"] as const) {
    api[name] = async (value) => (await show().load())[name](value);
  }
  window.understudy = api as unknown as HostApi;
  (window.requestIdleCallback ?? setTimeout)(show);
}

// A page that has the script twice has one chat.
if (!customElements.get(TAG)) {
  if (document.body) start();
  else addEventListener("DOMContentLoaded", start);
}
