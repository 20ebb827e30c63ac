import type { LinksFunction } from '@remix-run/node';
import desk from './desk.css?url';
import items from './items.css?url';
import sheet from './sheet.css?url';

/** The links export of pages where questions are written and reviewed; with the styles of the answer sheet, for the preview. */
export const deskStyles: LinksFunction = () => [sheet, items, desk].map((href) => ({ rel: 'stylesheet', href }));
