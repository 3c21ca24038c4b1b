/** A PDF with a text layer, one page per text (printable ASCII), lines of at most 80 characters. */
export function makePdf(pages: string[]): Uint8Array<ArrayBuffer> {
  const pageIds = pages.map((_, page) => 4 + page * 2);
  const objects = [
    "<< /Type /Catalog /Pages 2 0 R >>",
    `<< /Type /Pages /Kids [${pageIds.map((id) => `${id} 0 R`).join(" ")}] /Count ${pages.length} >>`,
    "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
    ...pages.flatMap((text, page) => [pageObject(4 + page * 2), pageContent(text)]),
  ];
  return writeObjects(objects);
}

function pageObject(id: number) {
  const resources = "/Resources << /Font << /F1 3 0 R >> >>";
  return `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] ${resources} /Contents ${id + 1} 0 R >>`;
}

function pageContent(text: string) {
  const lines = text.match(/.{1,80}(\s|$)/g) ?? [];
  const shown = lines.map((line) => `(${line.trim().replace(/[\\()]/g, "\\$&")}) Tj T*`);
  const stream = `BT /F1 11 Tf 14 TL 60 780 Td ${shown.join(" ")} ET`;
  return `<< /Length ${stream.length} >>\nstream\n${stream}\nendstream`;
}

function writeObjects(objects: string[]) {
  let file = "%PDF-1.4\n";
  const offsets = objects.map((body, index) => {
    const offset = file.length;
    file += `${index + 1} 0 obj\n${body}\nendobj\n`;
    return offset;
  });
  const start = file.length;
  const rows = offsets.map((offset) => `${String(offset).padStart(10, "0")} 00000 n \n`);
  file += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${rows.join("")}`;
  file += `trailer << /Size ${objects.length + 1} /Root 1 0 R >>\nstartxref\n${start}\n%%EOF\n`;
  return new TextEncoder().encode(file);
}
