import { fireEvent, screen, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import type { AccessGroup } from "@understudy/core/access-group/contract";
import type { ShareLink } from "@understudy/core/share-link/contract";
import type { Widget } from "@understudy/core/widget/contract";
import { expect, test } from "vitest";
import { makeTwin, TWIN_ID } from "../../testing/fixtures.ts";
import { openStudio } from "../../testing/open-studio.tsx";
import { pageOf, serveApi } from "../../testing/serve-api.ts";

const TIME = "2026-11-20T10:00:00.000Z";
const link: ShareLink = {
  id: "link",
  twinId: TWIN_ID,
  name: "Spring course",
  slug: "spring",
  url: "https://twins.example/s/spring",
  isUnlisted: false,
  isOn: true,
  hasPassword: true,
  expiresAt: null,
  visitorLimit: null,
  messageLimit: 50,
  accessGroupIds: [],
  sourceIds: null,
  leadCapture: "off",
  consentText: "",
  figures: { visitors: 12, questions: 50, answeredShare: 0.875, lastUsedAt: TIME },
  createdAt: TIME,
};
const widget: Widget = {
  id: "widget",
  twinId: TWIN_ID,
  name: "Shop",
  allowedDomains: ["https://shop.example"],
  theme: {
    accent: "#3b5bdb",
    position: "bottom-right",
    radius: 12,
    colorScheme: "light",
    title: "",
    greeting: "",
    launcherText: "",
  },
  leadCapture: "off",
  consentText: "",
  keyPrefix: "us_pk_abcdef",
  oldKeysEndAt: null,
  lastUsedAt: null,
  hasIdentitySecret: false,
  accessGroupIds: [],
  createdAt: TIME,
};
const group: AccessGroup = {
  id: "group",
  twinId: TWIN_ID,
  name: "Members",
  description: "",
  rank: 1,
  members: {
    shareLinkIds: ["link"],
    widgetIds: [],
    apiKeyIds: [],
    claims: [],
    emails: ["ada@example.com"],
    domains: [],
    visitorIds: [],
  },
  content: { sourceIds: ["one", "two"], beliefIds: [], verifiedAnswerIds: [] },
  limits: { visitorPerDay: 10, visitorPerMonth: null, groupPerDay: null, groupPerMonth: null },
  overrides: {
    speakingStyle: null,
    answerLength: null,
    firstMessage: null,
    starterQuestions: null,
    boundaries: {
      allowedTopics: [],
      outsideReply: "",
      refusedTopics: [],
      blockedPhrases: [],
      disclaimers: [],
    },
  },
  createdAt: TIME,
  updatedAt: TIME,
};
const snippet = `<script src="https://twins.example/widget.js?key=us_pk_abcdef" async></script>`;

const serveLaunch = () =>
  serveApi({
    "twin.list": () => pageOf(makeTwin()),
    "twin.get": () => ({
      ...makeTwin(),
      currentReleaseId: null,
      firstMessage: "",
      starterQuestions: [],
    }),
    "job.list": () => pageOf(),
    "source.list": () => pageOf(),
    "shareLink.list": () => pageOf(link),
    "shareLink.create": () => link,
    "widget.list": () => pageOf(widget),
    "widget.snippet": () => ({ publishableKey: "us_pk_abcdef", snippet }),
    "widget.update": () => widget,
    "accessGroup.list": () => pageOf(group),
    "accessGroup.content": () => ({ items: [] }),
    "accessGroup.setMembers": () => group,
    "belief.list": () => pageOf(),
    "verifiedAnswer.list": () => pageOf(),
  });
const open = (part: string) => openStudio(`/twins/${TWIN_ID}/launch/${part}`);
const sentTo = (calls: [string, unknown][], name: string) =>
  calls.filter(([called]) => called === name).map(([, input]) => input);

test("links show what became of them, and a new one is made with its bounds", async () => {
  const { calls } = serveLaunch();
  open("links");
  const row = await screen.findByRole("row", { name: /Spring course/ });
  expect(within(row).getAllByText("All questions asked").length).toBeGreaterThan(0);
  expect(within(row).getByText("88 %")).toBeTruthy();
  expect(within(row).getByRole("img", { name: "With a password" })).toBeTruthy();
  expect(screen.getByRole("status").textContent).toContain("Nothing has been published yet");
  await userEvent.click(screen.getByRole("button", { name: "New link" }));
  const dialog = within(await screen.findByRole("dialog"));
  await userEvent.type(dialog.getByLabelText(/^Name$/), "Autumn");
  await userEvent.type(dialog.getByLabelText(/^Password/), "open sesame");
  await userEvent.type(dialog.getByLabelText(/^Questions at most/), "20");
  await userEvent.click(dialog.getByRole("button", { name: "Make link" }));
  await expect
    .poll(() => sentTo(calls, "shareLink.create"))
    .toEqual([
      {
        twinId: TWIN_ID,
        name: "Autumn",
        password: "open sesame",
        messageLimit: 20,
        leadCapture: "off",
        consentText: "",
      },
    ]);
});

test("a widget's look is seen before it is saved, and only what changed is sent", async () => {
  const { calls } = serveLaunch();
  open("widget");
  await screen.findByText(snippet);
  const preview = () => {
    const frame = screen.getByTitle<HTMLIFrameElement>("The widget on a page");
    return new URL(frame.src).searchParams.get("launcherText");
  };
  await userEvent.type(screen.getByLabelText(/^Words on the button/), "Ask us");
  await expect.poll(preview).toBe("Ask us");
  const domains = screen.getByLabelText("Allowed domains");
  fireEvent.change(domains, {
    target: { value: "https://shop.example\n\nhttps://*.shop.example " },
  });
  await userEvent.click(screen.getByRole("button", { name: "Save" }));
  await expect
    .poll(() => sentTo(calls, "widget.update"))
    .toEqual([
      {
        widgetId: "widget",
        theme: { ...widget.theme, launcherText: "Ask us" },
        allowedDomains: ["https://shop.example", "https://*.shop.example"],
      },
    ]);
});

test("a group says who is in it and what is for it, and its members are changed line by line", async () => {
  const { calls } = serveLaunch();
  open("groups");
  const row = await screen.findByRole("row", { name: /Members/ });
  expect(row.textContent).toContain("1 link, 1 address");
  expect(row.textContent).toContain("2 sources");
  expect(row.textContent).toContain("10 a day each");
  await userEvent.click(within(row).getByRole("button", { name: "Members" }));
  const emails = await screen.findByRole("textbox", { name: /E-mail addresses/ });
  await userEvent.type(emails, "\nbob@example.com\n");
  await userEvent.click(screen.getByRole("button", { name: "Save" }));
  expect(sentTo(calls, "accessGroup.setMembers")).toEqual([
    { accessGroupId: "group", emails: ["ada@example.com", "bob@example.com"] },
  ]);
});
