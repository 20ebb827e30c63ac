// Needs the file and nothing else: no database, no settings, no secrets. So it imports the domain, and what reads archives and signatures.
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { judgePackage, PACKAGE_FILES, type PackageFault, type PackageTools } from '#app/domain/audit/sealed-package.ts';
import { recomputeResults } from '#app/domain/results/recompute.ts';
import { ResultsFileSchema } from '#app/features/verification/results-file.schema.ts';
import { openArchive } from '#app/platform/archive.server.ts';
import { idOfPublicKey, isSignedBy } from '#app/platform/signing-key.server.ts';
import type { VerbInput } from './verb.ts';

const MB = 1024 * 1024;
/** Results of a million attempts are some hundred megabytes, and shrink well. */
const LIMITS = { entries: 20, entryBytes: 500 * MB, totalBytes: 600 * MB, ratio: 1_000 };

const sha256 = (bytes: Uint8Array | string): string => createHash('sha256').update(bytes).digest('hex');
const decoder = new TextDecoder('utf-8', { ignoreBOM: true });
const TOOLS: PackageTools = { sha256, textOf: (bytes) => decoder.decode(bytes), keyIdOf: idOfPublicKey, isSignedBy };

/** What is wrong, in one sentence. */
function sentenceOf(fault: PackageFault): string {
  switch (fault.code) {
    case 'missing-file':
      return `Gói thiếu tệp ${fault.file}.`;
    case 'unknown-file':
      return `Gói có tệp lạ ${fault.file}.`;
    case 'changed-file':
      return `Tệp ${fault.file} đã bị sửa sau khi niêm phong: mã SHA-256 không khớp với bản kê được ký.`;
    case 'no-public-key':
      return 'Khóa công khai không đọc được.';
    case 'other-key':
      return 'Khóa công khai trong gói không phải là khóa được tin cậy.';
    case 'wrong-signature':
      return 'Chữ ký không đúng: bản kê hoặc chữ ký đã bị sửa.';
    case 'broken-manifest':
      return 'Bản kê được ký không đúng khuôn dạng.';
    case 'other-results':
      return 'Tệp kết quả không phải của cuộc thi ghi trong bản kê.';
  }
}

async function filesOf(file: string): Promise<Map<string, Uint8Array> | undefined> {
  let bytes: Buffer;
  try {
    bytes = readFileSync(file);
  } catch {
    throw new Error(`Không đọc được tệp ${file}.`);
  }
  const archive = await openArchive(bytes, LIMITS);
  if (!archive.ok) return undefined;
  const files = new Map<string, Uint8Array>();
  for (const name of archive.value.names) {
    const content = await archive.value.read(name);
    if (!content.ok) return undefined;
    files.set(name, content.value);
  }
  return files;
}

/**
 * Checks a sealed package: signature, hashes, and the ranking recomputed from the results alone.
 * @returns whether all of it is right
 */
export async function runVerifyPackage({ options, print }: VerbInput): Promise<boolean> {
  const { file, key } = options;
  if (typeof file !== 'string') throw new Error('Cách dùng: npm run app -- verify --file goi.zip [--key khoa.pem]');
  const wrong = (sentence: string, code: string): boolean => {
    print(`${file}: KHÔNG ĐÚNG. ${sentence}`, { ok: false, code, sentence });
    return false;
  };
  const trusted = typeof key === 'string' ? read(key) : undefined;
  const files = await filesOf(file);
  if (!files) return wrong('Tệp không phải là gói zip trọn vẹn.', 'broken-archive');
  const judged = judgePackage(files, TOOLS, trusted);
  if ('fault' in judged) return wrong(sentenceOf(judged.fault), judged.fault.code);
  const { manifest } = judged;
  const parsed = ResultsFileSchema.safeParse(JSON.parse(TOOLS.textOf(files.get(PACKAGE_FILES.results) as Uint8Array)));
  if (!parsed.success) return wrong('Tệp kết quả không đúng khuôn dạng.', 'broken-results');
  const { rows, differences } = recomputeResults(parsed.data, sha256);
  const [first] = differences;
  if (first) {
    const whose = first.person === undefined ? '' : `, mã dự thi ${first.person}`;
    const what = `bảng ${first.scope}${whose}, ${first.what}: công bố ${first.published}, tính lại ${first.recomputed}`;
    return wrong(`Tính lại không ra bảng xếp hạng đã công bố (${differences.length} chỗ; ${what}).`, 'other-ranking');
  }
  const trust =
    trusted === undefined
      ? `Chữ ký khớp với khóa trong gói; hãy so mã khóa này với biên bản: ${manifest.keyId}`
      : `Chữ ký đúng với khóa đã cho: ${manifest.keyId}`;
  const state = manifest.isFinal ? 'kết quả chính thức' : `kết quả của vòng ${manifest.rounds.join(', ')}`;
  const log = manifest.log ? ` Nhật ký lúc niêm phong: số ${manifest.log.sequence}, mã ${manifest.log.hash}.` : '';
  print(
    `${manifest.contest.title} (${state}, niêm phong ${manifest.madeAt}): ĐÚNG. ${parsed.data.attempts.length} lượt thi, ${rows} hàng xếp hạng tính lại đều khớp.\n${trust}.${log}`,
    { ok: true, manifest, attempts: parsed.data.attempts.length, rows, isKeyGiven: trusted !== undefined },
  );
  return true;
}

function read(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    throw new Error(`Không đọc được tệp ${file}.`);
  }
}
