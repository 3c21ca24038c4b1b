import type { SafetyRow } from "./safety-row.ts";
import { api, fault } from "./test-files.ts";

const isolation = api("isolation.either");
const access = api("access.either");
const accounts = api("accounts.either");
const mutations = api("mutations.either");
const people = api("people.either");
const uploads = api("http/uploads.either");
const visitors = api("visitors.either");
const bounds = api("prompt-bounds.either");
const links = api("share-links.embedded");
const limits = api("visitor-limits.embedded");
const pages = api("visitor-pages.embedded");
const robustness = api("robustness.either");
const fleet = fault("fleet.server");
const headers = api("http/headers.either");
const crossSite = api("http/cross-site.either");
const secrets = api("secrets-at-rest.either");

/** Tenants, keys, people, links, limits and the record. */
export const ACCESS_ROWS: readonly SafetyRow[] = [
  { id: "T01", what: "reads with another tenant's ids", tests: [[isolation, "finds nothing by"]] },
  { id: "T02", what: "changes with another tenant's ids", tests: [[isolation, "changes nothing"]] },
  { id: "T03", what: "lists, cursors and exports", tests: [[isolation, "sees nothing in lists"]] },
  { id: "T04", what: "a tenant of one's choice", tests: [[isolation, "a tenant of its choice"]] },
  {
    id: "T05",
    what: "files of others",
    tests: [
      [isolation, "reaches neither files"],
      [uploads, "not given without a credential"],
    ],
  },
  {
    id: "T06",
    what: "every role at every door",
    tests: [[api("roles.either")], [access, "permission"]],
  },
  {
    id: "T07",
    what: "the database without a context",
    tests: [["packages/db/src/isolation.db.test.ts"], ["packages/db/src/schema.db.test.ts"]],
  },
  { id: "T08", what: "fields that are not one's to set", tests: [[mutations]] },
  {
    id: "T09",
    what: "revocation, at every door",
    tests: [
      [people, "are out with the next request"],
      [fleet, "a key that is revoked"],
      [api("streams"), "key's revocation"],
      [limits, "cuts off who is talking"],
      [links, "opens nothing at any door"],
      [api("access-group-changes.either"), "a right that is lost"],
    ],
  },
  { id: "K01", what: "a widget's key elsewhere", tests: [[visitors, "open no procedure"]] },
  { id: "K02", what: "a site that is not allowed", tests: [[visitors, "does not answer"]] },
  { id: "K03", what: "framing", tests: [[pages, "may frame"], [headers]] },
  {
    id: "K04",
    what: "what anyone can fetch",
    tests: [
      [visitors, "nothing of how it is made"],
      [pages, "nothing more"],
    ],
  },
  { id: "K05", what: "keys at rest", tests: [[secrets]] },
  { id: "K06", what: "another visitor", tests: [[visitors, "nothing of another visitor"]] },
  { id: "N01", what: "guessing", tests: [[accounts, "guessing"]] },
  {
    id: "N02",
    what: "password hashes",
    tests: [["packages/auth/src/hash-password.test.ts"], [accounts, "counts the whole password"]],
  },
  { id: "N03", what: "the session cookie", tests: [[accounts, "a session over https"]] },
  { id: "N04", what: "posts from other sites", tests: [[crossSite, "a post from another site"]] },
  {
    id: "N05",
    what: "forged tokens",
    tests: [
      [accounts, "cannot be forged"],
      [access, "refuses the credential"],
      ["packages/core/src/visitor", "secret signed"],
      ["packages/auth/src/session-cookie.test.ts"],
    ],
  },
  { id: "N06", what: "invitations", tests: [[people, "an invitation"]] },
  { id: "N07", what: "who has an account", tests: [[accounts, "known and an unknown address"]] },
  { id: "N08", what: "weak secrets at the start", tests: [[api("start.embedded"), "cannot be"]] },
  { id: "N09", what: "forgotten passwords", tests: [[api("forgotten-password.either")]] },
  { id: "L01", what: "slugs", tests: [[links, "a slug"]] },
  { id: "L02", what: "passwords of links", tests: [[links, "a link with a password"]] },
  {
    id: "L03",
    what: "links that are over",
    tests: [
      [links, "opens nothing at any door"],
      [links, "by the database's clock"],
    ],
  },
  {
    id: "R01",
    what: "rates, over processes",
    tests: [
      [limits, "how much a visitor may ask"],
      ["packages/core/src/kernel/rates.db.test.ts"],
      [api("access-group-changes.either"), "limits"],
      ["packages/core/src/usage/usage.db.test.ts", "at once"],
      ["packages/core/src/usage/holdings.db.test.ts"],
      [fleet, "both doors at once"],
    ],
  },
  {
    id: "R02",
    what: "what may be spent",
    tests: [
      ["packages/core/src/budget/budgets.db.test.ts"],
      ["packages/core/src/usage/usage.db.test.ts", "find exactly the room"],
      [limits, "budget that has ended"],
    ],
  },
  { id: "R03", what: "inputs without bound", tests: [[robustness, "a broken request"], [bounds]] },
  { id: "R04", what: "slow callers", tests: [["apps/api/src/http/listen.test.ts"]] },
  { id: "G01", what: "what is on record", tests: [[mutations], [isolation, "changes nothing"]] },
  {
    id: "G02",
    what: "a record that was altered",
    tests: [
      ["packages/core/src/audit/audit-chain.db.test.ts"],
      ["packages/db/src/schema.db.test.ts", "audit events"],
    ],
  },
  { id: "G03", what: "secrets at rest", tests: [[secrets]] },
  {
    id: "G04",
    what: "exports",
    tests: [["packages/core/src/export/exports.either.db.test.ts"]],
  },
  {
    id: "G05",
    what: "erasure",
    tests: [
      ["packages/core/src/privacy/erasure.db.test.ts"],
      [fleet, "erased by one"],
      ["packages/core/src/knowledge/search-pinecone.either.db.test.ts", "erased is gone"],
    ],
  },
];
