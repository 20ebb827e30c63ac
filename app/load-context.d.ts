import '@remix-run/node';

declare module '@remix-run/node' {
  /** Tells useLoaderData() that data arrives as it was returned, as remix.config.ts asks for. */
  interface Future {
    v3_singleFetch: true;
  }

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
