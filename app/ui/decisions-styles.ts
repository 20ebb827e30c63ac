import type { LinksFunction } from '@remix-run/node';
import styles from './decisions.css?url';
import keys from './keys.css?url';

/** The links export of pages on which people decide about others: what only they see, nobody else downloads. */
export const decisionStyles: LinksFunction = () => [{ rel: 'stylesheet', href: styles }];

/** The same for a page that may show what a correction of a key would change. */
export const decisionAndKeyStyles: LinksFunction = () => [
  { rel: 'stylesheet', href: styles },
  { rel: 'stylesheet', href: keys },
];
