import type { LinksFunction } from '@remix-run/node';
import styles from './audit.css?url';

/** The links export of the auditors' pages: what only they see, nobody else downloads. */
export const auditStyles: LinksFunction = () => [{ rel: 'stylesheet', href: styles }];
