import type { LinksFunction } from '@remix-run/node';
import styles from './rosters.css?url';

/** The links export of pages of rosters and of changes of unit. */
export const rosterStyles: LinksFunction = () => [{ rel: 'stylesheet', href: styles }];
