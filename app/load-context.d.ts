import '@remix-run/node';

declare module '@remix-run/node' {
  /** What the server hands to every loader and action. */
  interface AppLoadContext {
    /** Nonce of this response's Content Security Policy. */
    nonce: string;
    /** Stands in the log and on error pages. */
    requestId: string;
    /** Address of the visitor, for throttling only; never stored. */
    clientAddress: string;
  }
}
