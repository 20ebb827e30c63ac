/** What browsers that know Trusted Types offer; others have none, and take texts as they are. */
interface PolicyRules {
  createHTML?(text: string): string | null;
  createScriptURL?(address: string): string | null;
}
interface Policy {
  createHTML(text: string): string;
  createScriptURL(address: string): string;
}
interface PolicyFactory {
  createPolicy(name: string, rules: PolicyRules): Policy;
}

const factory = (globalThis as { readonly trustedTypes?: PolicyFactory }).trustedTypes;

const policyOf = (name: string, rules: PolicyRules): Policy | undefined => factory?.createPolicy(name, rules);

/** For HTML that the server has made safe (platform/markdown.server.ts, platform/item-markdown.server.ts), and for no other. */
const sanitizedHtml = policyOf('sanitized-html', { createHTML: (html) => html });

const WORKER = '/sw.js';
const serviceWorker = policyOf('service-worker', {
  createScriptURL: (address) => (address === WORKER ? address : null),
});

// why: where something that is not ours has changed the page before it came alive (extensions do), React draws it anew, and
// makes its script elements by this text. What has no "<" in it makes no element at all; everything else is refused.
policyOf('default', {
  createHTML: (text) => (text === '<script></script>' || !text.includes('<') ? text : null),
});

/** HTML that the server has made safe, as the browser takes it. */
export const trustHtml = (html: string): string => sanitizedHtml?.createHTML(html) ?? html;

/** The address of the service worker, as the browser takes it. */
export const workerAddress = (): string => serviceWorker?.createScriptURL(WORKER) ?? WORKER;
