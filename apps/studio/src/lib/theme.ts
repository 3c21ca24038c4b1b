export type Theme = "system" | "light" | "dark";

const STORED_UNDER = "understudy.theme";

export function readTheme(): Theme {
  const { theme } = document.documentElement.dataset;
  return theme === "light" || theme === "dark" ? theme : "system";
}

/** Before the first render, so that a chosen theme does not flash. */
export function applyStoredTheme(): void {
  const theme = localStorage.getItem(STORED_UNDER);
  if (theme === "light" || theme === "dark") document.documentElement.dataset.theme = theme;
}

/** Takes effect at once, and again when the page is opened next. */
export function chooseTheme(theme: Theme): void {
  if (theme === "system") {
    delete document.documentElement.dataset.theme;
    localStorage.removeItem(STORED_UNDER);
  } else {
    document.documentElement.dataset.theme = theme;
    localStorage.setItem(STORED_UNDER, theme);
  }
}
