import type { LinksFunction } from '@remix-run/node';
import styles from './privacy.css?url';

/** The links export of pages about own data. */
export const privacyStyles: LinksFunction = () => [{ rel: 'stylesheet', href: styles }];
