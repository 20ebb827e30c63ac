import type { LinksFunction } from '@remix-run/node';
import styles from './factors.css?url';

/** The links export of pages about the second step of signing in and about sessions. */
export const factorStyles: LinksFunction = () => [{ rel: 'stylesheet', href: styles }];
