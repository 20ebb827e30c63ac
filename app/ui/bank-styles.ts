import type { LinksFunction } from '@remix-run/node';
import styles from './bank.css?url';

/** The links export of pages of the question bank: what only staff see, nobody else downloads. */
export const bankStyles: LinksFunction = () => [{ rel: 'stylesheet', href: styles }];
