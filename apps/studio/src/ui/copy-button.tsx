import { Check, Copy } from "lucide-react";
import { useEffect, useState } from "react";
import { copyText } from "#lib/copy-text.ts";
import { Button, type ButtonLook } from "./button.tsx";

const CONFIRMED_MS = 1_600;

export function CopyButton({
  text,
  label = "Copy",
  ...look
}: { text: string; label?: string } & ButtonLook) {
  const [copied, setCopied] = useState(false);
  useEffect(() => {
    if (!copied) return;
    const timer = setTimeout(() => setCopied(false), CONFIRMED_MS);
    return () => clearTimeout(timer);
  }, [copied]);
  const copy = async () => {
    await copyText(text);
    setCopied(true);
  };
  return (
    <Button size="small" {...look} onClick={copy}>
      {copied ? <Check aria-hidden /> : <Copy aria-hidden />}
      <span aria-live="polite">{copied ? "Copied" : label}</span>
    </Button>
  );
}
