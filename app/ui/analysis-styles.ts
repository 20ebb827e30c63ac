import type { LinksFunction } from '@remix-run/node';
import styles from './analysis.css?url';

/** The links export of pages of item analysis: what only organizers see, nobody else downloads. */
export const analysisStyles: LinksFunction = () => [{ rel: 'stylesheet', href: styles }];
