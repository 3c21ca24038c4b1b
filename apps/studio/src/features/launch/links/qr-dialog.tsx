import type { ShareLink } from "@understudy/core/share-link/contract";
import { encode } from "uqr";
import { buttonLook } from "#ui/button.tsx";
import { CopyButton } from "#ui/copy-button.tsx";
import { Dialog, DialogActions } from "#ui/dialog.tsx";

const QUIET_MODULES = 4;

/** Dark on light in every theme: that is what cameras read. */
export function QrDialog({ link, onClose }: { link: ShareLink; onClose: () => void }) {
  const { size, data } = encode(link.url, { border: QUIET_MODULES, ecc: "M" });
  const path = data.flatMap((row, y) =>
    row.map((isDark, x) => (isDark ? `M${x} ${y}h1v1h-1z` : "")),
  );
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${size} ${size}"><path fill="#fff" d="M0 0h${size}v${size}H0z"/><path d="${path.join("")}"/></svg>`;
  const address = `data:image/svg+xml,${encodeURIComponent(svg)}`;
  return (
    <Dialog open onOpenChange={onClose} title={`QR code of “${link.name}”`} description={link.url}>
      <img
        src={address}
        alt={`QR code that leads to ${link.url}`}
        className="mx-auto w-64 rounded-md"
      />
      <DialogActions>
        <CopyButton text={link.url} label="Copy link" size="medium" />
        <a
          href={address}
          download={`${link.slug}.svg`}
          className={buttonLook({ variant: "primary" })}
        >
          Save as SVG
        </a>
      </DialogActions>
    </Dialog>
  );
}
