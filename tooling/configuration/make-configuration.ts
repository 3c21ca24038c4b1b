import { readFileSync } from "node:fs";
import { join } from "node:path";
import { settingShapes } from "@understudy/api/setting-shapes";
import { rootDir } from "../bootstrap/paths.js";
import { describeConfiguration } from "./describe-configuration.ts";

export function makeConfiguration(): string {
  return describeConfiguration(
    readFileSync(join(rootDir, ".env.example"), "utf8"),
    settingShapes(),
  );
}
