import type { LinksFunction } from '@remix-run/node';
import styles from './unit-changes.css?url';

/** The links export of pages that change the tree of units: what only staff see, nobody else downloads. */
export const unitChangeStyles: LinksFunction = () => [{ rel: 'stylesheet', href: styles }];
