import "./app/theme.css";
import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { applyStoredTheme } from "#lib/theme.ts";
import { Studio } from "./app/studio.tsx";

applyStoredTheme();

const root = document.querySelector("#root");
if (!root) throw new Error("The page has no #root.");
createRoot(root).render(
  <StrictMode>
    <Studio />
  </StrictMode>,
);
