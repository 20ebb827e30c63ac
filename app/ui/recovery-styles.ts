import type { LinksFunction } from '@remix-run/node';
import styles from './recovery.css?url';

/** The links export of pages about getting back into an account, and of those where accounts are looked after. */
export const recoveryStyles: LinksFunction = () => [{ rel: 'stylesheet', href: styles }];
