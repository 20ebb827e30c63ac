import type { LinksFunction } from '@remix-run/node';
import styles from './confirmation.css?url';

/** The links export of pages that show or check a confirmation. */
export const confirmationStyles: LinksFunction = () => [{ rel: 'stylesheet', href: styles }];
