import type { LinksFunction } from '@remix-run/node';
import styles from './display-font.css?url';

/** The links export of pages whose headings use the display font; other pages load no font at all. */
export const displayFont: LinksFunction = () => [{ rel: 'stylesheet', href: styles }];
