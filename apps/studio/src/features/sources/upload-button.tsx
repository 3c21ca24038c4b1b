import { Upload } from "lucide-react";
import { useRef } from "react";
import { Button, type ButtonLook } from "#ui/button.tsx";
import { useUploads } from "./uploads-provider.tsx";

export function UploadButton({ twinId, variant = "primary" }: { twinId: string } & ButtonLook) {
  const uploads = useUploads();
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <Button variant={variant} onClick={() => input.current?.click()}>
        <Upload aria-hidden />
        Upload files
      </Button>
      <input
        ref={input}
        type="file"
        multiple
        hidden
        aria-label="Files to upload"
        onChange={(event) => {
          uploads.add(twinId, event.target.files ?? []);
          event.target.value = "";
        }}
      />
    </>
  );
}
