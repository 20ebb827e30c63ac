import { RESULTS_FORMAT } from '../results/results-file.ts';

export const PACKAGE_FORMAT = 'tim-hieu-niem-phong';
export const PACKAGE_VERSION = 1;

/** The files of a sealed package, by what they are. */
export const PACKAGE_FILES = {
  results: 'ket-qua.json',
  manifest: 'niem-phong.json',
  signature: 'chu-ky.txt',
  publicKey: 'khoa-cong-khai.pem',
  readme: 'DOC-TRUOC.txt',
} as const;

/** Of which files the signed statement gives the SHA-256. */
export const HASHED_FILES = [PACKAGE_FILES.results, PACKAGE_FILES.readme, PACKAGE_FILES.publicKey] as const;

/** A ruling on an attempt, without names and reasons, as the package may be published. */
export interface PublishedRuling {
  /** The public code of the person in this contest. */
  readonly person: string;
  readonly kind: string;
  readonly cause: string;
  readonly at: string;
}

/** What is signed. */
export interface PackageManifest {
  readonly format: typeof PACKAGE_FORMAT;
  readonly version: typeof PACKAGE_VERSION;
  readonly contest: { readonly slug: string; readonly title: string };
  /** Whether every round and the contest are settled. */
  readonly isFinal: boolean;
  /** The numbers of the rounds that are settled. */
  readonly rounds: readonly number[];
  readonly madeAt: string;
  /** SHA-256 of the public key in DER. */
  readonly keyId: string;
  readonly files: Readonly<Record<string, { readonly sha256: string; readonly bytes: number }>>;
  /** The head of the audit log when the package was made. */
  readonly log: { readonly sequence: number; readonly hash: string } | null;
  readonly corrections: number;
  readonly rulings: readonly PublishedRuling[];
}

/** The statement as the bytes that are signed. */
export const manifestText = (manifest: PackageManifest): string => `${JSON.stringify(manifest, undefined, 2)}\n`;

/** What is wrong with a package; the first of these, in this order. */
export type PackageFault =
  | { readonly code: 'missing-file' | 'unknown-file' | 'changed-file'; readonly file: string }
  | { readonly code: 'no-public-key' | 'other-key' | 'wrong-signature' | 'broken-manifest' | 'other-results' };

/** How a package is looked at, by whoever holds it. */
export interface PackageTools {
  readonly sha256: (bytes: Uint8Array) => string;
  readonly textOf: (bytes: Uint8Array) => string;
  /** The id of a public key; undefined where the text is none. */
  readonly keyIdOf: (pem: string) => string | undefined;
  readonly isSignedBy: (pem: string, text: string, signature: string) => boolean;
}

const isManifest = (value: unknown): value is PackageManifest => {
  if (typeof value !== 'object' || value === null) return false;
  const { format, version, contest, files, keyId } = value as Partial<PackageManifest>;
  const isOurs = format === PACKAGE_FORMAT && version === PACKAGE_VERSION && typeof keyId === 'string';
  return isOurs && typeof contest?.slug === 'string' && typeof files === 'object' && files !== null;
};

/**
 * Judges the files of a package, by nothing but themselves and a public key that the reader may have from elsewhere: that none is
 * missing or too many, that the statement is signed by that key, and that the files are those that it names.
 * @param trusted the public key in PEM that the reader trusts; left out, the one of the package
 */
export function judgePackage(
  files: ReadonlyMap<string, Uint8Array>,
  tools: PackageTools,
  trusted?: string,
): { readonly manifest: PackageManifest } | { readonly fault: PackageFault } {
  const names: readonly string[] = Object.values(PACKAGE_FILES);
  const missing = names.find((name) => !files.has(name));
  if (missing !== undefined) return { fault: { code: 'missing-file', file: missing } };
  const unknown = [...files.keys()].find((name) => !names.includes(name));
  if (unknown !== undefined) return { fault: { code: 'unknown-file', file: unknown } };
  const textOf = (name: string): string => tools.textOf(files.get(name) ?? new Uint8Array());
  const own = textOf(PACKAGE_FILES.publicKey);
  const keyId = tools.keyIdOf(trusted ?? own);
  if (keyId === undefined) return { fault: { code: 'no-public-key' } };
  if (tools.keyIdOf(own) !== keyId) return { fault: { code: 'other-key' } };
  const text = textOf(PACKAGE_FILES.manifest);
  const signature = textOf(PACKAGE_FILES.signature).replace(/\n$/u, '');
  if (!tools.isSignedBy(trusted ?? own, text, signature)) return { fault: { code: 'wrong-signature' } };
  const manifest = parsed(text);
  if (!isManifest(manifest) || manifest.keyId !== keyId) return { fault: { code: 'broken-manifest' } };
  for (const name of HASHED_FILES) {
    const bytes = files.get(name) ?? new Uint8Array();
    const is = { sha256: tools.sha256(bytes), bytes: bytes.byteLength };
    const said = manifest.files[name];
    if (said?.sha256 !== is.sha256 || said.bytes !== is.bytes) return { fault: { code: 'changed-file', file: name } };
  }
  const results = parsed(textOf(PACKAGE_FILES.results)) as {
    format?: unknown;
    contest?: { slug?: unknown };
    isFinal?: unknown;
  };
  const isOf = results?.format === RESULTS_FORMAT && results.contest?.slug === manifest.contest.slug;
  return isOf && results.isFinal === manifest.isFinal ? { manifest } : { fault: { code: 'other-results' } };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
