import type { LinksFunction } from '@remix-run/node';
import styles from './keys.css?url';

/** The links export of pages on which keys are corrected: what only organizers see, nobody else downloads. */
export const keysStyles: LinksFunction = () => [{ rel: 'stylesheet', href: styles }];
