import { Download, FileSpreadsheet, FileText } from "lucide-react";
import { formatCount } from "#lib/format-count.ts";
import { Button } from "#ui/button.tsx";
import { Menu, MenuItem } from "#ui/menu.tsx";
import { useExportAudit } from "./use-export-audit.ts";

/** What the log is narrowed to, as a file. */
export function ExportMenu() {
  const { start, cancel, parts } = useExportAudit();
  if (parts !== null) {
    return (
      <Button onClick={cancel}>
        <span role="status">{parts === 0 ? "Exporting…" : `${formatCount(parts)},000 events`}</span>
        <span className="text-muted">Cancel</span>
      </Button>
    );
  }
  return (
    <Menu
      trigger={
        <Button>
          <Download aria-hidden />
          Export
        </Button>
      }
    >
      <MenuItem onSelect={() => start("csv")}>
        <FileSpreadsheet aria-hidden />
        CSV
      </MenuItem>
      <MenuItem onSelect={() => start("jsonl")}>
        <FileText aria-hidden />
        JSON lines
      </MenuItem>
    </Menu>
  );
}
