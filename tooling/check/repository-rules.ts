import { existsSync, readFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { rootDir } from "../bootstrap/paths.js";
import { makeConfiguration } from "../configuration/make-configuration.ts";
import { readExample } from "../configuration/read-example.ts";
import { localLinks } from "./document-links.ts";
import { hasEmptyName } from "./empty-names.ts";
import { listFiles } from "./list-files.ts";
import { lockfileHosts } from "./lockfile-hosts.ts";
import { settingsOffered, settingsRead } from "./settings.ts";
import { valueImportsOfOurs } from "./type-only-imports.ts";

const read = (path: string) => readFileSync(join(rootDir, path), "utf8");

/** What no tool of others checks for us; each rule returns one line per problem. */
export const repositoryRules: Record<string, () => string[]> = {
  "widget and client import only types of ours": () =>
    listFiles(["apps/widget/src/**/*.ts", "packages/client/src/**/*.ts"])
      .filter((path) => !path.endsWith(".test.ts"))
      .flatMap((path) => valueImportsOfOurs(read(path)).map((found) => `${path}: ${found}`)),

  "names say what is inside": () =>
    listFiles(["{apps,packages}/*/src/**/*.{ts,tsx}", "tooling/**/*.{ts,js}"]).filter(hasEmptyName),

  "the lockfile names no registry": () => lockfileHosts(read("pnpm-lock.yaml")),

  ".env.example offers what env.ts reads": () => {
    const known = settingsRead(read("apps/api/src/env.ts"));
    const offered = settingsOffered(read(".env.example"));
    return [
      ...known.filter((name) => !offered.includes(name)).map((name) => `${name} is missing`),
      ...offered.filter((name) => !known.includes(name)).map((name) => `${name} is not read`),
    ];
  },

  "docs/configuration.md is made from the settings": () => {
    const isMade = read("docs/configuration.md") === makeConfiguration();
    const unsaid = readExample(read(".env.example")).filter(({ words }) => words === "");
    return [
      ...(isMade ? [] : ["it is older than they are: npm run configuration"]),
      ...unsaid.map(({ name }) => `.env.example says nothing of ${name}`),
    ];
  },

  "links in documents lead somewhere": () =>
    listFiles(["*.md", "{docs,apps,packages,tooling,drizzle}/**/*.md"]).flatMap((path) =>
      localLinks(read(path))
        .filter((target) => !existsSync(resolve(rootDir, dirname(path), target)))
        .map((target) => `${path}: ${target}`),
    ),
};
