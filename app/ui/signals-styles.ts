import type { LinksFunction } from '@remix-run/node';
import styles from './signals.css?url';

/** The links export of pages of signals: what only few people see, nobody else downloads. */
export const signalsStyles: LinksFunction = () => [{ rel: 'stylesheet', href: styles }];
