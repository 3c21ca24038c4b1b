// pnpm configuration: writes docs/configuration.md
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { rootDir } from "../bootstrap/paths.js";
import { makeConfiguration } from "./make-configuration.ts";

writeFileSync(join(rootDir, "docs/configuration.md"), makeConfiguration());
