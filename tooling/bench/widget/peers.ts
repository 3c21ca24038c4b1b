export interface Subject {
  name: string;
  /** What its makers say to put into a page. */
  tag: string;
  /** It can be seen, and reached for: a selector; Playwright's see through shadow roots. */
  isThere: string;
}

export interface Peer extends Subject {
  /** `name@version` of the package whose files `tag` loads from `/files/`. */
  packed: string;
}

/** Widgets from npm that are embedded by a script, as their own instructions have it, self-hosted. */
export const PEERS: readonly Peer[] = [
  {
    name: "deep-chat",
    packed: "deep-chat@2.4.2",
    tag: `<script type="module" src="/files/dist/deepChat.bundle.js"></script>
      <deep-chat connect='{"url":"/answers"}'></deep-chat>`,
    isThere: "deep-chat #text-input",
  },
  {
    name: "flowise-embed",
    packed: "flowise-embed@3.1.6",
    tag: `<script type="module">
      import Chatbot from "/files/dist/web.js";
      Chatbot.init({ chatflowid: "bench", apiHost: location.origin });</script>`,
    isThere: "flowise-chatbot button",
  },
  {
    name: "@n8n/chat",
    packed: "@n8n/chat@1.37.0",
    tag: `<link rel="stylesheet" href="/files/dist/style.css"><script type="module">
      import { createChat } from "/files/dist/chat.bundle.es.js";
      createChat({ webhookUrl: location.origin + "/answers" });</script>`,
    isThere: ".chat-window-toggle",
  },
  {
    name: "@typebot.io/js",
    packed: "@typebot.io/js@0.10.7",
    tag: `<script type="module">
      import Typebot from "/files/dist/web.js";
      Typebot.initBubble({ typebot: "bench", apiHost: location.origin });</script>`,
    isThere: "typebot-bubble button",
  },
];
