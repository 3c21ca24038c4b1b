import type { Form } from "#app/api-search.ts";

interface FormWords {
  label: string;
  /** What it is for, and what it takes. */
  detail: string;
  /** What "run it" sends from here. */
  runs: string;
}

export const FORM_WORDS: Record<Form, FormWords> = {
  client: {
    label: "Typed client",
    detail:
      "Every procedure of the studio with its types, and answers piece by piece. Build the package once with “node tooling/run.js packages/client/build.ts” and, in packages/client, “npx pnpm pack”, and install the file.",
    runs: "Runs the same client here, in your browser.",
  },
  openai: {
    label: "openai",
    detail:
      "The official OpenAI client, or any other that speaks its protocol: npm install openai. The model is the twin's handle.",
    runs: "Sends what this client sends.",
  },
  mcp: {
    label: "MCP",
    detail:
      "For assistants that speak the Model Context Protocol. Put this into their settings; they find the tools ask_twin, search_knowledge, list_twins and list_sources.",
    runs: "Calls the tool ask_twin as an assistant would.",
  },
  curl: {
    label: "curl",
    detail: "Plain HTTP, from any language: one request, one reply in JSON.",
    runs: "Sends this request.",
  },
};
