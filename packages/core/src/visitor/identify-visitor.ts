import { findPublicPage } from "@understudy/db/queries/public-pages";
import { findShareLink } from "@understudy/db/queries/share-links";
import { insertUserEvent } from "@understudy/db/queries/user-events";
import { saveVouched } from "@understudy/db/queries/visitor-sessions";
import { saveLead, type VisitorRow } from "@understudy/db/queries/visitors";
import { findWidget } from "@understudy/db/queries/widgets";
import type { TenantTx } from "@understudy/db/scope";
import type { z } from "zod";
import type { VisitorActor } from "../kernel/actor.ts";
import type { Context } from "../kernel/context.ts";
import { DomainError } from "../kernel/domain-error.ts";
import { requireTwin } from "../twin/twins.ts";
import { announce } from "../webhook/announce.ts";
import { becomePerson, becomeWhoeverSays } from "./become-person.ts";
import { IdentifyInput, VisitorIdentity } from "./contract.ts";
import { consentWords } from "./lead.ts";
import { acceptCode, sendCode } from "./prove-email.ts";
import { readIdentityToken } from "./read-identity-token.ts";
import { visitorBlocked } from "./visitor-blocked.ts";
import { visitorCase } from "./visitor-case.ts";

type Told = Exclude<z.output<typeof IdentifyInput>, { identityToken: string }>;

/** Says who a visitor is: as the customer's server signed it, or as they say with their consent. */
export const identifyVisitor = visitorCase({
  input: IdentifyInput,
  output: VisitorIdentity,
  run: async (ctx, input, visitor) => {
    const told =
      "identityToken" in input
        ? await verify(ctx, visitor, input.identityToken)
        : await takeLead(ctx, visitor, input);
    if ("codeSealed" in told) return { name: null, email: null, isVerified: false, ...told };
    return { name: told.name, email: told.email, isVerified: told.verifiedAt !== null };
  },
});

/** A link that asks for an e-mail address has it proved where mail can be sent. */
async function takeLead(
  ctx: Context,
  visitor: VisitorActor,
  { consent: _, code, ...told }: Told,
): Promise<VisitorRow | { codeSealed: string }> {
  const { visitorId, visitorSessionId, shareLinkId, twinId } = visitor;
  const { email } = told;
  const { mail } = ctx.ports;
  const { isGate, name, asked } = await ctx.transaction(async (tx) => {
    const asked = requireAsked(await findAsked(tx, visitor), told.consentText);
    const isGate = shareLinkId !== null && asked.leadCapture === "required";
    return { isGate, name: (await requireTwin(tx, twinId)).name, asked };
  });
  const isProved = isGate && mail !== null && email !== undefined;
  if (!isProved) return ctx.transaction((tx) => keepLead(tx, visitor, told, asked));
  if (!code) return { codeSealed: await sendCode(ctx, mail, { visitor, email, name }) };
  await acceptCode(ctx, { visitor, email, given: code });
  return unlessBlocked(
    await ctx.transaction(async (tx) => {
      await keepLead(tx, visitor, told, asked);
      await saveVouched(tx, { visitorSessionId, email: null, claims: [] });
      return becomePerson(tx, {
        visitorId,
        twinId,
        subject: `mailto:${email.toLowerCase()}`,
        email,
      });
    }),
  );
}

async function keepLead(
  tx: TenantTx,
  { visitorId, twinId, channel, origin }: VisitorActor,
  told: Omit<Told, "consent" | "code">,
  asked: Asked,
): Promise<VisitorRow> {
  const { email } = told;
  if (email && !(await becomeWhoeverSays(tx, { visitorId, twinId, email }))) throw visitorBlocked();
  await insertUserEvent(tx, { kind: "lead_given", visitorId });
  await announce(tx, { type: "lead.captured", twinId, data: { visitorId } });
  const consentPlace = { channel, way: asked.name ?? null, wayId: asked.id ?? null, origin };
  return saveLead(tx, { ...told, visitorId, consentPlace });
}

function unlessBlocked(row: VisitorRow | null): VisitorRow {
  if (row) return row;
  throw visitorBlocked();
}

/** The words agreed to must be those that the owner has put there: what is kept is a proof. */
function requireAsked(asked: Asked | undefined, consentText: string): Asked {
  if (asked?.leadCapture !== "optional" && asked?.leadCapture !== "required") {
    throw new DomainError("forbidden", "visitor.lead_off", "Nobody is asked who they are here.");
  }
  if (consentWords(asked.consentText) === consentText) return asked;
  throw new DomainError("conflict", "visitor.consent_changed", "The words to agree to are others.");
}

interface Asked {
  /** Of a widget or link; the public page has none. */
  id?: string;
  name?: string;
  leadCapture: string;
  consentText: string;
}

function findAsked(
  tx: TenantTx,
  { widgetId, shareLinkId, twinId }: VisitorActor,
): Promise<Asked | undefined> {
  if (widgetId) return findWidget(tx, widgetId);
  return shareLinkId ? findShareLink(tx, shareLinkId) : findPublicPage(tx, twinId);
}

async function verify(
  ctx: Context,
  { widgetId, visitorId, visitorSessionId, twinId }: VisitorActor,
  token: string,
): Promise<VisitorRow> {
  const widget = widgetId ? await ctx.transaction((tx) => findWidget(tx, widgetId)) : undefined;
  const secret = widget?.identitySecret && ctx.ports.vault.open(widget.identitySecret);
  const said = secret ? await readIdentityToken(token, { secret, audience: widget.id }) : null;
  if (!said) {
    throw new DomainError(
      "forbidden",
      "visitor.identity_refused",
      "This identity is not vouched for.",
    );
  }
  const { groups, email = null, ...known } = said;
  return unlessBlocked(
    await ctx.transaction(async (tx) => {
      // For this visit alone: who comes back must be vouched for again to be in groups by it.
      await saveVouched(tx, { visitorSessionId, email, claims: groups });
      return becomePerson(tx, { visitorId, twinId, email, ...known });
    }),
  );
}
