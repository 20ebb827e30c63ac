import type { LinksFunction } from '@remix-run/node';
import styles from './reports.css?url';

/** The links export of pages of reports: what only those in charge see, nobody else downloads. */
export const reportsStyles: LinksFunction = () => [{ rel: 'stylesheet', href: styles }];
