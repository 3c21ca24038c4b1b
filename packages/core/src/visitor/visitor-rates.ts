import type { VisitorActor } from "../kernel/actor.ts";
import type { Standing } from "../kernel/door.ts";
import type { Rate } from "../kernel/rates.ts";
import { type Grant, subjectOf } from "./grant.ts";

const perMinute = (of: string, subject: string, burst: number): Rate => {
  return { of, subject, burst, perSeconds: 60 };
};

/** An IPv6 customer has a whole /64, so that is one address. */
function addressOf(ipAddress: string): string {
  return ipAddress.includes(":") ? ipAddress.split(":").slice(0, 4).join(":") : ipAddress;
}

interface Caller {
  ipAddress: string;
  standing: Standing;
}

/** Looking at a twin's face, and asking for a puzzle. */
export function ratesOfLooking({ ipAddress }: { ipAddress: string }): Rate[] {
  return [perMinute("address", `look:${addressOf(ipAddress)}`, 300)];
}

/** Beyond these it takes a proof of work to come in. */
export function easyRatesOfStarting({ ipAddress, standing }: Caller, grant: Grant): Rate[] {
  const easy = standing.origin === null ? 20 : 40;
  return [
    perMinute("challenge", `address:${addressOf(ipAddress)}`, easy),
    perMinute("challenge", `way:${subjectOf(grant)}`, 600),
  ];
}

/** Beyond these nobody comes in for a while. */
export function ratesOfStarting({ ipAddress, standing }: Caller, grant: Grant): Rate[] {
  const most = standing.origin === null ? 60 : 240;
  return [
    perMinute("address", `start:${addressOf(ipAddress)}`, most),
    perMinute("key", `start:${subjectOf(grant)}`, 3_000),
    perMinute("tenant", `start:${grant.tenantId}`, 6_000),
  ];
}

/** Guesses at one password, from wherever they come; counted for links that there are not as well. */
export function ratesOfGuessing({ ipAddress }: { ipAddress: string }, slug: string): Rate[] {
  return [
    { of: "password", subject: `slug:${slug}`, burst: 10, perSeconds: 300 },
    { of: "password", subject: `address:${addressOf(ipAddress)}`, burst: 30, perSeconds: 300 },
  ];
}

/** Questions; who is no browser gets less. */
export function ratesOfAsking(actor: VisitorActor, ipAddress: string): Rate[] {
  const isBrowser = actor.origin !== null;
  return [
    perMinute("visitor", actor.visitorId, isBrowser ? 20 : 10),
    perMinute("address", `ask:${addressOf(ipAddress)}`, isBrowser ? 60 : 20),
    perMinute("key", `ask:${actor.apiKeyId ?? actor.twinId}`, 600),
    perMinute("twin", `ask:${actor.twinId}`, 900),
    perMinute("tenant", `ask:${actor.tenantId}`, 1_800),
  ];
}

/** Mails with codes: nobody's mailbox is filled by what others type. */
export function ratesOfCodes(
  { visitorId, tenantId }: VisitorActor,
  { email, ipAddress }: { email: string; ipAddress: string },
): Rate[] {
  const perHour = (subject: string, burst: number): Rate => {
    return { of: "emailCode", subject: `send:${subject}`, burst, perSeconds: 3_600 };
  };
  return [
    perHour(`visitor:${visitorId}`, 5),
    perHour(`to:${email.toLowerCase()}`, 5),
    perHour(`address:${addressOf(ipAddress)}`, 20),
    perHour(`tenant:${tenantId}`, 500),
  ];
}

/** Everything else a visitor may do by one token. */
export function ratesOfTalking({ visitorId }: VisitorActor): Rate[] {
  return [perMinute("visitor", `talk:${visitorId}`, 240)];
}
