import type { SignedReceipt } from "@understudy/core/privacy/contract";
import { BadgeCheck, Download } from "lucide-react";
import type { ReactNode } from "react";
import { formatCount } from "#lib/format-count.ts";
import { formatMoment } from "#lib/format-time.ts";
import { saveFile } from "#lib/save-file.ts";
import { Button } from "#ui/button.tsx";
import { Dialog, DialogActions } from "#ui/dialog.tsx";

const SUBJECTS = { visitor: "A visitor", twin: "A twin", tenant: "A workspace" } as const;

/** What was erased, what stays and why, and what was found afterwards; as a file it can be judged anywhere. */
export function ReceiptDialog({ signed, onClose }: { signed: SignedReceipt; onClose: () => void }) {
  const { receipt, signature } = signed;
  const { verified } = receipt;
  const download = () =>
    saveFile(
      new Blob([`${JSON.stringify(signed, null, 2)}\n`], { type: "application/json" }),
      `erasure-${receipt.id}.json`,
    );
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      wide
      title="Erasure receipt"
      description={`${SUBJECTS[receipt.subject.kind]}, ${receipt.subject.id}`}
    >
      <div className="grid gap-5 text-sm">
        <p className="flex items-start gap-1.5 text-good">
          <BadgeCheck aria-hidden className="mt-0.5 size-4 shrink-0" />
          <span>
            Looked through {formatCount(verified.tablesSearched)} tables, all files and vector
            stores afterwards: {verified.rowsLeft} rows, {verified.filesLeft} files and{" "}
            {verified.vectorsLeft} vectors were left.
          </span>
        </p>
        <Facts>
          <Fact name="Asked for">
            {formatMoment(receipt.requestedAt)}, by {receipt.requestedBy.kind.replace("_", " ")}{" "}
            <code className="break-all">{receipt.requestedBy.id}</code>
          </Fact>
          <Fact name="Completed">{formatMoment(receipt.completedAt)}</Fact>
          <Fact name="Workspace">
            <code className="break-all">{receipt.tenantId}</code>
          </Fact>
          {verified.addressElsewhere !== undefined && (
            <Fact name="Address">
              {verified.addressElsewhere === 0
                ? "It stands nowhere else."
                : `It still stands in ${verified.addressElsewhere} rows that others wrote.`}
            </Fact>
          )}
        </Facts>
        <Part title="Removed">
          <ul className="grid grid-cols-[repeat(auto-fill,minmax(12rem,1fr))] gap-x-6">
            {Object.entries(receipt.removed).map(([what, count]) => (
              <li key={what} className="flex justify-between gap-2 border-b border-line py-1">
                <span className="truncate text-muted">{what.replaceAll("_", " ")}</span>
                <span className="tabular-nums">{formatCount(count)}</span>
              </li>
            ))}
          </ul>
        </Part>
        <Part title="Kept on purpose">
          <ul className="grid gap-2">
            {receipt.kept.map(({ what, rows, why }) => (
              <li key={what}>
                {what.replaceAll("_", " ")}, {formatCount(rows)}.{" "}
                <span className="text-muted">{why}</span>
              </li>
            ))}
          </ul>
        </Part>
        <Part title="Signature">
          <p className="text-muted">
            {signature.algorithm}, by the key of this instance. The file can be judged with{" "}
            <code>npm run receipt -- FILE</code>, or with any Ed25519 tool.
          </p>
          <code className="text-xs break-all text-muted select-all">{signature.publicKey}</code>
        </Part>
      </div>
      <DialogActions>
        <Button onClick={onClose}>Close</Button>
        <Button variant="primary" onClick={download}>
          <Download aria-hidden />
          Download
        </Button>
      </DialogActions>
    </Dialog>
  );
}

function Facts({ children }: { children: ReactNode }) {
  return (
    <dl className="grid grid-cols-[auto_minmax(0,1fr)] gap-x-4 gap-y-1 max-md:grid-cols-1">
      {children}
    </dl>
  );
}

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <>
      <dt className="text-muted">{name}</dt>
      <dd>{children}</dd>
    </>
  );
}

function Part({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className="grid gap-1.5">
      <h3 className="font-medium">{title}</h3>
      {children}
    </section>
  );
}
