import { create } from 'qrcode';

/** An address as a QR code: one black shape in an SVG that scales, without the quiet margin. */
export function qrCode(address: string, label: string): string {
  const { size, data } = create(address, { errorCorrectionLevel: 'M' }).modules;
  const rows = Array.from({ length: size }, (_, y) => rowPath(data.subarray(y * size, (y + 1) * size), y));
  return `<svg class="qr" role="img" aria-label="${label}" viewBox="0 0 ${String(size)} ${String(size)}" shape-rendering="crispEdges"><path d="${rows.join('')}"/></svg>`;
}

/** The dark runs of one row, each a rectangle. */
function rowPath(row: Uint8Array, y: number): string {
  let path = '';
  for (let x = 0; x < row.length; x += 1) {
    if (!row[x]) continue;
    const start = x;
    while (row[x + 1]) x += 1;
    const width = String(x - start + 1);
    path += `M${String(start)} ${String(y)}h${width}v1h-${width}z`;
  }
  return path;
}
