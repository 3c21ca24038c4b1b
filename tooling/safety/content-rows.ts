import type { SafetyRow } from "./safety-row.ts";
import { api } from "./test-files.ts";

const uploads = api("http/uploads.either");
const prompts = api("prompts.either");
const bounds = api("prompt-bounds.either");
const robustness = api("robustness.either");
const headers = api("http/headers.either");
const crossSite = api("http/cross-site.either");
const written = api("written-answers.either");
const web = api("web-sources.either");
const egress = "packages/core/src/egress/open-egress.test.ts";
const docx = "packages/rag/src/parse/office/parse-docx.test.ts";
const parsed = "packages/rag/src/parse/parse-bytes.test.ts";

/** What is fetched, read, shown and asked. */
export const CONTENT_ROWS: readonly SafetyRow[] = [
  {
    id: "S01",
    what: "private addresses in every notation",
    tests: [
      ["packages/core/src/egress/is-public-address.test.ts"],
      ["packages/core/src/egress/judge-url.test.ts"],
      [web, "itself is private"],
    ],
  },
  {
    id: "S02",
    what: "redirects and names that turn private",
    tests: [
      [egress, "private"],
      ["packages/core/src/source/add-url.either.db.test.ts", "private address"],
    ],
  },
  {
    id: "S03",
    what: "schemes and ports",
    tests: [["packages/core/src/egress/judge-url.test.ts"], [egress, "exact exception"]],
  },
  {
    id: "S04",
    what: "bodies without end, and that inflate",
    tests: [["packages/core/src/egress/read-body.test.ts"], [egress, "redirects"]],
  },
  {
    id: "S05",
    what: "everything that fetches",
    tests: [
      ["packages/core/src/webhook", "on no public address"],
      [web, "is private"],
      [egress, "posts a body"],
    ],
  },
  {
    id: "U01",
    what: "file names",
    tests: [["packages/core/src/source/display-name.test.ts"], [uploads]],
  },
  {
    id: "U02",
    what: "archive bombs",
    tests: [
      [docx, "unpack"],
      ["packages/rag/src/parse/archive/archive.test.ts"],
      ["packages/rag/src/parse/bad-input.test.ts"],
    ],
  },
  {
    id: "U03",
    what: "entities in XML",
    tests: [
      [docx, "entities"],
      ["packages/rag/src/parse/sitemap/read-sitemap.test.ts", "entity"],
    ],
  },
  {
    id: "U04",
    what: "types that are not what they say",
    tests: [["packages/core/src/source/judge-media-type.test.ts"], [parsed]],
  },
  {
    id: "U05",
    what: "originals, served",
    tests: [
      [uploads, "the original of a source"],
      ["apps/api/src/http/content-disposition.test.ts"],
    ],
  },
  { id: "U06", what: "sizes and lies about them", tests: [[uploads, "an upload"]] },
  {
    id: "X01",
    what: "scripts in every text",
    tests: [["tooling/journeys/conversation.browser.test.ts", "hostile words"]],
  },
  {
    id: "X02",
    what: "pictures that tell",
    tests: [["tooling/journeys/conversation.browser.test.ts", "hostile words"]],
  },
  { id: "X03", what: "headers of pages", tests: [[headers, "pages"]] },
  { id: "X04", what: "other origins", tests: [[crossSite, "reading from another origin"]] },
  { id: "X05", what: "rubbish at every door", tests: [[robustness]] },
  { id: "X06", what: "headers of everything else", tests: [[headers]] },
  { id: "P01", what: "retrieval across tenants", tests: [[prompts, "no other tenant's prompt"]] },
  { id: "P02", what: "orders in documents", tests: [[prompts, "gives orders stays material"]] },
  { id: "P03", what: "what prompts hold", tests: [[prompts, "no prompt of all these"]] },
  {
    id: "P04",
    what: "rules, after the model",
    tests: [
      [api("boundaries.embedded")],
      [api("governance.either")],
      ["packages/rag/src/policy/guard-speech.test.ts"],
      ["packages/core/src/knowledge/search-pinecone.either.db.test.ts", "rules forbid"],
    ],
  },
  {
    id: "P05",
    what: "citations",
    tests: [
      [prompts, "cites only passages"],
      ["packages/rag/src/write/hostile-answers.test.ts"],
      [written, "not in its passage"],
    ],
  },
  { id: "P06", what: "long questions and histories", tests: [[bounds]] },
  { id: "P07", what: "what was deleted", tests: [[bounds, "a removed source"]] },
  { id: "P08", what: "roles and settings smuggled in", tests: [[prompts, "what else is sent"]] },
];
