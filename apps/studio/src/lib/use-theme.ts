import { useState } from "react";
import { chooseTheme, readTheme, type Theme } from "./theme.ts";

export function useTheme(): [Theme, (theme: Theme) => void] {
  const [theme, setTheme] = useState(readTheme);
  return [
    theme,
    (chosen) => {
      chooseTheme(chosen);
      setTheme(chosen);
    },
  ];
}
