import sharp from 'sharp';
import { encode } from 'uqr';

/** A code as a drawing: dark squares on a light ground of so many units. */
export interface QrDrawing {
  readonly size: number;
  /** The path of the dark squares. */
  readonly path: string;
}

// why: readers of codes want a quiet zone of four squares around the code (ISO/IEC 18004).
const QUIET_ZONE = 4;
const PNG_WIDTH = 1_024;

/** A link as a QR code; medium correction, as it is photographed from screens and from paper. */
export function qrDrawing(link: string): QrDrawing {
  const { size, data } = encode(link, { ecc: 'M', border: QUIET_ZONE });
  const path = data.map((row, y) => row.map((isDark, x) => (isDark ? `M${x} ${y}h1v1h-1z` : '')).join('')).join('');
  return { size, path };
}

/** The code as a picture for a chat group. */
export async function qrPng(link: string): Promise<Uint8Array> {
  const { size, path } = qrDrawing(link);
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${size} ${size}" width="${PNG_WIDTH}" height="${PNG_WIDTH}" shape-rendering="crispEdges"><rect width="${size}" height="${size}" fill="#fff"/><path d="${path}" fill="#000"/></svg>`;
  return new Uint8Array(await sharp(Buffer.from(svg)).png({ palette: true, colours: 2 }).toBuffer());
}
