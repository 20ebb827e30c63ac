import type { LinksFunction } from '@remix-run/node';
import styles from './dashboard.css?url';

/** The links export of pages with figures of a unit: what the way of a contestant does not need, it does not load. */
export const dashboardStyles: LinksFunction = () => [{ rel: 'stylesheet', href: styles }];
