import type { LinksFunction } from '@remix-run/node';
import styles from './heads.css?url';

/** The links export of pages of headcounts, targets and missing people: what only those in charge see, nobody else downloads. */
export const headsStyles: LinksFunction = () => [{ rel: 'stylesheet', href: styles }];
