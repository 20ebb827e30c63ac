import { rmSync } from 'node:fs';

/** Removes the folder of the demonstration that the browser tests ran against. */
export default function removeFolder(): void {
  const folder = process.env['E2E_FOLDER'];
  if (folder?.includes('tim-hieu-e2e-')) rmSync(folder, { recursive: true, force: true });
}
