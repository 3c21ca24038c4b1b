import { screen, within } from "@testing-library/react";
import { NO_RULES } from "@understudy/core/governance/contract";
import { expect, test } from "vitest";
import { makeTwin, TWIN_ID } from "../../testing/fixtures.ts";
import { openStudio } from "../../testing/open-studio.tsx";
import { pageOf, serveApi } from "../../testing/serve-api.ts";

const hidden = (text: string) => ({ text, found: [] });
const preview = {
  asQuestion: {
    stored: { text: "I am [email].", found: ["email"] },
    sent: hidden("I am [email]."),
    refused: null,
  },
  asAnswer: { said: hidden("Hello."), withheld: [], disclaimers: ["No advice."] },
  providers: [
    { id: "chat", provider: "openai", model: "gpt-test", isAllowed: false },
    { id: "vectors", provider: "pinecone", model: "pinecone", isAllowed: false },
  ],
};
const tenantRules = { ...NO_RULES, requireCitations: true };
const [chat] = preview.providers;
const violation = {
  id: "v1",
  twinId: TWIN_ID,
  twinName: "Mara",
  conversationId: "c1",
  messageId: "m1",
  kind: "redacted_provider",
  subject: "email",
  count: 2,
  createdAt: new Date().toISOString(),
};

function serve(saved: unknown[], tried: unknown[]) {
  serveApi({
    "twin.list": () => pageOf(makeTwin()),
    "twin.get": () => makeTwin(),
    "job.list": () => pageOf(),
    "governance.get": ({ twinId = null }: { twinId: string | null }) => ({
      ...(twinId ? NO_RULES : tenantRules),
      twinId,
      inherited: twinId ? tenantRules : null,
      effective: tenantRules,
      providers: [chat],
      updatedAt: null,
    }),
    "governance.preview": (input: unknown) => {
      tried.push(input);
      return preview;
    },
    "governance.update": (input: { twinId: null }) => {
      saved.push(input);
      const rules = { ...tenantRules, ...input };
      return { ...rules, inherited: null, effective: rules, providers: [chat], updatedAt: null };
    },
    "governance.violations": () => ({
      ...pageOf(violation),
      counts: [{ kind: "redacted_provider", subject: "email", count: 2, messages: 1 }],
    }),
  });
}

test("rules show their effect while they are typed, and are saved; what they did leads to where", async () => {
  const [saved, tried]: [unknown[], unknown[]] = [[], []];
  serve(saved, tried);
  const person = openStudio("/settings/governance");
  await person.click(await screen.findByRole("checkbox", { name: /E-mail addresses/ }));
  await person.click(screen.getByRole("checkbox", { name: "Before it is kept" }));
  const panel = within(screen.getByRole("complementary", { name: "Preview" }));
  await panel.findByText("Added: “No advice.”");
  expect(
    screen.getByText("not allowed: vectors stay in the database, and are searched in memory"),
  ).toBeDefined();
  const redaction = { ...NO_RULES.redaction, kinds: ["email"], storage: true };
  await expect.poll(() => tried.at(-1)).toMatchObject({ twinId: null, rules: { redaction } });
  await person.click(screen.getByRole("button", { name: "Save" }));
  await expect.poll(() => saved).toEqual([{ twinId: null, redaction }]);
  await person.click(screen.getByRole("tab", { name: "What they did" }));
  const link = await screen.findByRole("link", { name: "Conversation" });
  expect(link.getAttribute("href")).toBe(`/twins/${TWIN_ID}/conversations?open=c1`);
});

test("a twin's rules say what the workspace's are", async () => {
  serve([], []);
  openStudio(`/twins/${TWIN_ID}/rules`);
  expect(await screen.findByText(/citations are required/)).toBeDefined();
  expect(screen.getByText(/any provider; any model/)).toBeDefined();
});
