import type { LinksFunction } from '@remix-run/node';
import styles from './drafts.css?url';

/** The links export of pages on which contests are set up: what only organizers see, nobody else downloads. */
export const draftStyles: LinksFunction = () => [{ rel: 'stylesheet', href: styles }];
