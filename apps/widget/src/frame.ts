import type { Session } from "./chat-client.ts";
import { element, iconButton } from "./element.ts";
import floating from "./floating.css?inline";
import { ICONS } from "./icons.ts";
import { kit } from "./kit.ts";
import type { Mounting } from "./launcher.ts";
import { sheetOf, showAvatar } from "./paint.ts";
import styles from "./panel.css?inline";
import { hideDialog, showDialog } from "./show-dialog.ts";
import { fill, type Language } from "./words.ts";

export interface Frame {
  readonly language: Language;
  introduce(session: Session): void;
  /** Puts the chat, or what stands before it, below the head. */
  fill(...content: HTMLElement[]): void;
  show(): void;
  hide(): void;
  /** For those who listen. */
  announce(text: string): void;
}

export interface FrameActions {
  onClose(): void;
  onReset(): void;
}

/** The head, the place of the chat, and how they come and go. */
export function createFrame(mounting: Mounting, language: Language, actions: FrameActions): Frame {
  const { words } = language;
  const avatar = element("span", { class: "avatar" });
  const title = element("h2", { id: "title", dir: "auto" });
  const headline = element("p", { class: "headline", dir: "auto" });
  const body = element("div", { class: "body" });
  const notice = element("p", { class: "notice" });
  const live = element("p", { role: "status" });
  const reset = iconButton(words.reset, ICONS.reset, actions.onReset);
  const close = iconButton(words.close, ICONS.close, actions.onClose);
  close.hidden = !mounting.launcher;
  const head = element("header", {}, avatar, element("div", {}, title, headline), reset, close);
  const panel = drawPanel(mounting, language, actions);
  panel.append(head, body, notice, live);
  return {
    language,
    introduce(session) {
      const { twin, theme } = session;
      title.textContent = theme.title || twin.name;
      headline.textContent = twin.headline;
      notice.textContent = fill(words.notice, { name: twin.name });
      showAvatar(avatar, twin.name, theme.avatar ?? twin.avatarUrl);
      if (theme.colorScheme !== "auto") panel.style.colorScheme = theme.colorScheme;
      panel.style.setProperty("--radius", `${theme.radius}px`);
      panel.classList.toggle("left", theme.position === "bottom-left");
      panel.style.setProperty("--accent", theme.accent);
      if (session.proof) {
        void import("./badge.ts").then((it) => it.showBadge(kit, title, { language, session }));
      }
    },
    fill: (...content) => body.replaceChildren(...content),
    show: () => void showDialog(panel as HTMLDialogElement),
    hide: () => hideDialog(panel as HTMLDialogElement),
    announce(text) {
      live.textContent = text;
    },
  };
}

function drawPanel(
  { host, launcher, look }: Mounting,
  { code, direction }: Language,
  { onClose }: FrameActions,
): HTMLElement {
  const panel = element(launcher ? "dialog" : "section", {
    class: launcher ? "panel floating" : "panel",
    lang: code,
    dir: direction,
  });
  panel.setAttribute("aria-labelledby", "title");
  if (look.accent) panel.style.setProperty("--accent", look.accent);
  panel.oncancel = onClose;
  panel.onkeydown = (event) => {
    if (event.key === "Escape" && launcher && !event.isComposing) onClose();
    // The page's own shortcuts are not meant for what is written here.
    event.stopPropagation();
  };
  const root = host.shadowRoot!;
  root.adoptedStyleSheets.push(sheetOf(styles + floating));
  root.append(panel);
  return panel;
}
