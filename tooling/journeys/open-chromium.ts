import { type Browser, chromium } from "playwright-core";

/** The Chromium that `CHROMIUM_PATH` names, as the test command sets it. */
export function openChromium(): Promise<Browser> {
  const executablePath = process.env.CHROMIUM_PATH;
  if (!executablePath) throw new Error("CHROMIUM_PATH must name a Chromium; `npm test` sets it");
  // Chromium's sandbox does not start under root.
  const args = process.getuid?.() === 0 ? ["--no-sandbox"] : [];
  return chromium.launch({ executablePath, args });
}
