import { screen } from "@testing-library/react";
import { expect, test } from "vitest";
import { makeTwin, TWIN_ID } from "../../testing/fixtures.ts";
import { openStudio } from "../../testing/open-studio.tsx";
import { pageOf, serveApi } from "../../testing/serve-api.ts";

const price = { currency: "USD", perMillionInputTokens: 0.4, perMillionOutputTokens: 1.6 };
const off = {
  model: null,
  state: "off",
  breaker: null,
  lastCall: null,
  price: null,
  canTest: false,
};
const chat = {
  id: "chat",
  model: "gpt-test",
  state: "degraded",
  breaker: "open",
  lastCall: { at: new Date().toISOString(), tookMs: 812, failure: "model.refused_key" },
  price,
  canTest: true,
};
const budget = {
  tokensPerMonth: null,
  costPerMonth: null,
  tokensUsed: 0,
  costUsed: 0,
  isExhausted: false,
};

test("each provider tells how it does, a test calls it, and each budget leads to where it is set", async () => {
  serveApi({
    "twin.list": () => pageOf(makeTwin()),
    "job.list": () => pageOf(),
    "provider.list": () => ({
      providers: [chat, { id: "reranker", ...off }],
      budgets: [
        { ...budget, twinId: null, name: "", tokensUsed: 1_200, costUsed: 0.0021 },
        {
          ...budget,
          twinId: TWIN_ID,
          name: "Mara",
          tokensPerMonth: 1_000,
          tokensUsed: 990,
          isExhausted: true,
        },
      ],
    }),
    "provider.test": () => ({ ok: true, tookMs: 420, reason: null }),
  });
  const person = openStudio("/settings/providers");
  await screen.findByText("Failing, spared for a while");
  expect(screen.getByText("It refused the key, or the account behind it.")).toBeDefined();
  expect(screen.getByText(/built-in one puts passages in order/)).toBeDefined();
  await person.click(screen.getByRole("button", { name: /^Test ?Language model$/ }));
  await screen.findByText(/^Answered in/);

  expect(screen.getByText("1,200 tokens, $0.0021")).toBeDefined();
  expect(screen.getByText("Used up: answers are quoted")).toBeDefined();
  const set = screen.getByRole("link", { name: /^Set ?the limits of Mara$/ });
  expect(set.getAttribute("href")).toBe(`/settings/usage?set=twin.${TWIN_ID}`);
});
