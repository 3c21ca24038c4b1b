import { fileURLToPath } from "node:url";
import tailwindcss from "@tailwindcss/vite";
import react from "@vitejs/plugin-react";
import { defineConfig } from "vite";
import { pdfFiles } from "./pdf-files.ts";

const api = process.env.API_URL ?? "http://127.0.0.1:3000";
const proxied = ["^/trpc/", "^/api/", "^/v1/", "^/(healthz|readyz)$"];

export default defineConfig({
  plugins: [react(), tailwindcss(), pdfFiles()],
  resolve: {
    alias: {
      // The original injects <style> elements, which the studio's CSP forbids.
      "react-remove-scroll": fileURLToPath(new URL("src/ui/remove-scroll.tsx", import.meta.url)),
    },
  },
  build: {
    target: ["chrome123", "firefox121", "safari17.5"],
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
  },
  server: {
    proxy: Object.fromEntries(proxied.map((path) => [path, { target: api }])),
  },
});
