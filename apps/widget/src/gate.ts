import type { ChatClient, Session } from "./chat-client.ts";
import type { Frame } from "./frame.ts";
import styles from "./gate.css?inline";
import type { Kit } from "./kit.ts";

const ENGLISH = {
  yourName: "Your name",
  email: "E-mail",
  leadTitle: "Where can {name} reach you?",
  skip: "Not now",
  password: "Password",
  enter: "Enter",
  wrongPassword: "That is not the password.",
  code: "Code",
  codeSent: "We have sent a code to {name}.",
  wrongCode: "That is not the code, or it is too old.",
};
export type GateWords = typeof ENGLISH;

/** Asks for a link's password until it is the right one; it is never said whether there is such a link. */
export function askPassword(
  kit: Kit,
  frame: Frame,
  start: (say: (note: HTMLElement) => void, password: string) => Promise<Session>,
): Promise<Session> {
  const words = { ...ENGLISH, ...frame.language.words };
  const { element, reasonOf } = kit;
  const field = element("input", {
    type: "password",
    autocomplete: "current-password",
    required: true,
  });
  const label = element("label", {}, words.password, field);
  const { form, refusal } = drawGate(kit, frame, words.enter, label);
  field.focus();
  return new Promise((resolve) => {
    form.onsubmit = async (event) => {
      event.preventDefault();
      refusal.textContent = "";
      try {
        const session = await start((note) => refusal.replaceChildren(note), field.value);
        sayOpened(form, session);
        resolve(session);
      } catch (error) {
        const reason = reasonOf(error);
        if (reason === "shareLink.not_found") refusal.textContent = words.wrongPassword;
        else refusal.textContent = reason.startsWith("limit.") ? words.tooMany : words.failed;
      }
    };
  });
}

/** A page of ours that said there may be nothing here says so no more. */
function sayOpened(form: HTMLElement, { twin }: Session): void {
  const { dataset } = (form.getRootNode() as ShadowRoot).host as HTMLElement;
  if (!("locked" in dataset)) return;
  dataset.locked = "opened";
  document.title = twin.name;
}

interface Lead {
  name: string | undefined;
  email: string;
  consentText: string;
  code?: { sealed: string; digits: string };
}

interface LeadAsking {
  frame: Frame;
  client: ChatClient;
  session: Session;
}

/** Asks how the visitor can be reached, with their consent; who need not say may go on without. */
export function askLead(
  kit: Kit,
  { frame, client, session: { twin, lead } }: LeadAsking,
): Promise<void> {
  const { element, fill } = kit;
  const words = { ...ENGLISH, ...frame.language.words };
  const { consentText } = lead;
  const name = element("input", { autocomplete: "name", maxLength: 120 });
  const email = element("input", { type: "email", autocomplete: "email", required: true });
  const consent = element("input", { type: "checkbox", required: true });
  const skip = element("button", { type: "button", class: "starter" }, words.skip);
  const { form, refusal } = drawGate(
    kit,
    frame,
    words.send,
    element("p", {}, fill(words.leadTitle, { name: twin.name })),
    element("label", {}, words.yourName, name),
    element("label", {}, words.email, email),
    element("label", { class: "row" }, consent, element("span", {}, consentText)),
  );
  if (lead.ask === "optional") form.append(skip);
  const { host } = form.getRootNode() as ShadowRoot & { host: HTMLElement };
  return new Promise((resolve) => {
    skip.onclick = () => {
      client.memory.keep({ leadDone: true });
      resolve();
    };
    form.onsubmit = async (event) => {
      event.preventDefault();
      try {
        const said = { name: name.value.trim() || undefined, email: email.value.trim() };
        const told = { ...said, consentText };
        const { codeSealed } = await giveLead(kit, client, told);
        if (codeSealed) await askCode(kit, { frame, client, told, sealed: codeSealed });
        client.memory.keep({ leadDone: true });
        kit.tellPage(host, "lead");
        resolve();
      } catch (error) {
        const isMany = kit.reasonOf(error).startsWith("limit.");
        refusal.textContent = isMany ? words.tooMany : words.failed;
      }
    };
  });
}

function giveLead({ call }: Kit, client: ChatClient, told: Lead) {
  return client.asVisitor((server) => call(server, "identify", { ...told, consent: true }));
}

interface CodeAsking extends Omit<LeadAsking, "session"> {
  told: Lead;
  sealed: string;
}

/** Asks for what was mailed to the address, until it is that. */
function askCode(kit: Kit, { frame, client, told, sealed }: CodeAsking): Promise<void> {
  const words = { ...ENGLISH, ...frame.language.words };
  const { element, fill } = kit;
  const field = element("input", {
    inputMode: "numeric",
    autocomplete: "one-time-code",
    pattern: "\\d{6}",
    maxLength: 6,
    required: true,
  });
  const { form, refusal } = drawGate(
    kit,
    frame,
    words.enter,
    element("p", {}, fill(words.codeSent, { name: told.email })),
    element("label", {}, words.code, field),
  );
  field.focus();
  return new Promise((resolve) => {
    form.onsubmit = async (event) => {
      event.preventDefault();
      try {
        await giveLead(kit, client, { ...told, code: { sealed, digits: field.value } });
        resolve();
      } catch (error) {
        const isWrong = kit.reasonOf(error) === "visitor.code_refused";
        refusal.textContent = isWrong ? words.wrongCode : words.failed;
      }
    };
  });
}

function drawGate(
  { element, sheetOf }: Kit,
  frame: Frame,
  submit: string,
  ...fields: HTMLElement[]
) {
  const refusal = element("p", { role: "alert" });
  const button = element("button", { type: "submit" }, submit);
  const form = element("form", { class: "gate" }, ...fields, refusal, button);
  frame.fill(form);
  (form.getRootNode() as ShadowRoot).adoptedStyleSheets.push(sheetOf(styles));
  return { form, refusal };
}
