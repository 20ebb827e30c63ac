/** What the page of an attempt asks of the service worker. */
export interface WorkerMessage {
  readonly kind: 'keep';
  /** The path of the attempt's page. */
  readonly page: string;
  /** Addresses of what the page has loaded. */
  readonly assets: readonly string[];
}
