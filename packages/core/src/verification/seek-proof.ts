import type { ProofMethod } from "@understudy/db/column-values";
import { BadStatus } from "../egress/refusals.ts";
import type { Context } from "../kernel/context.ts";
import { DomainError } from "../kernel/domain-error.ts";
import { FILE_PATH, judgeLines, placeOfProof } from "./place-of-proof.ts";

type Outside = Pick<Context, "ports" | "signal">;
type Seen = "proven" | "other" | "absent" | "unreachable" | "redirected" | "blocked";

const MAX_FILE_BYTES = 4_096;
/** The most telling first: what a person can mend is said before what they can only wait for. */
const TELLING: readonly Seen[] = ["other", "redirected", "blocked", "absent", "unreachable"];

/** Looks at both places now; the reason says why neither shows control of the domain. */
export async function seekProof(
  outside: Outside,
  { domain, token }: { domain: string; token: string },
): Promise<{ method: ProofMethod } | { failureReason: string }> {
  const { record, file } = placeOfProof(domain, token);
  const [dns, site] = await Promise.all([
    seekRecord(outside, record),
    seekFile(outside, { domain, expected: file.content }),
  ]);
  if (dns === "proven") return { method: "dns" };
  if (site === "proven") return { method: "file" };
  const reason = TELLING.find((seen) => seen === dns || seen === site);
  return { failureReason: `verification.${reason}` };
}

async function seekRecord(
  { ports, signal }: Outside,
  { name, value }: { name: string; value: string },
): Promise<Seen> {
  const records = await ports.resolveTxt(name, signal);
  return records ? judgeLines(records, value) : "unreachable";
}

/** Over plain http only where nothing answers by https. */
async function seekFile(
  outside: Outside,
  { domain, expected }: { domain: string; expected: string },
): Promise<Seen> {
  const secure = await seekFileAt(outside, { url: `https://${domain}${FILE_PATH}`, expected });
  if (secure !== "unreachable") return secure;
  return seekFileAt(outside, { url: `http://${domain}${FILE_PATH}`, expected });
}

/** What another host says proves control of that one. */
async function seekFileAt(
  { ports, signal }: Outside,
  { url, expected }: { url: string; expected: string },
): Promise<Seen> {
  const options = { signal, maxBytes: MAX_FILE_BYTES, accepts: "anything" } as const;
  try {
    const fetched = await ports.egress.fetchUrl(url, options);
    if (new URL(fetched.url).host !== new URL(url).host) return "redirected";
    return judgeLines(new TextDecoder().decode(fetched.bytes ?? undefined).split("\n"), expected);
  } catch (error) {
    if (signal.aborted || !(error instanceof DomainError)) throw error;
    return asSeen(error);
  }
}

function asSeen(error: DomainError): Seen {
  if (error.reason === "source.blocked_address") return "blocked";
  if (error instanceof BadStatus) return error.status < 500 ? "absent" : "unreachable";
  return error.code === "unavailable" ? "unreachable" : "absent";
}
