import type { FileRefusal } from '#app/domain/exchange/parsed-file.ts';
import { ok, type Result } from '#app/domain/kernel/result.ts';
import { manifestOf, resourcesOf, type QtiResource } from './qti-manifest.server.ts';
import type { QtiFiles } from './qti-package.server.ts';

/** Types of resources that hold questions: of QTI itself, of Common Cartridge and of Blackboard. */
const OF_ITEMS = /^(?:imsqti|imsapip|associatedcontent.*qti|assessment\/x-bb-qti)/iu;
/** Where Canvas keeps its own form of each test, with the questions that Common Cartridge cannot express. */
const WHOLE_TEST = /(?:^|\/)non_cc_assessments\/([^/]+?)(?:\.xml)?\.qti$/iu;
const CARTRIDGE_TEST = /(?:^|\/)([^/]+)\/assessment_qti\.xml$/iu;

const bare = (path: string): QtiResource => ({ path, type: '', tags: [], difficulty: undefined, record: undefined });

/**
 * Files to be read: tests first, as they say where items belong, then what the manifest lists, then items that it forgot; or
 * every XML file, where it lists none.
 */
export async function listResources(files: QtiFiles): Promise<Result<QtiResource[], FileRefusal>> {
  const manifest = manifestOf(files);
  const isXml = (name: string): boolean => files.names.length === 1 || /\.(?:xml|qti)$/iu.test(name);
  const all = files.names.filter((name) => isXml(name) && name !== manifest).map(bare);
  if (manifest === undefined) return ok(withoutHalves(all));
  const tree = await files.xml(manifest);
  if (!tree.ok) return tree;
  const listed = resourcesOf(tree.value, manifest);
  if (!listed.ok) return listed;
  const read = listed.value.filter(({ type }) => OF_ITEMS.test(type));
  if (read.length === 0) return ok(withoutHalves(all));
  const chosen = withoutHalves([...read, ...all.filter(({ path }) => WHOLE_TEST.test(path))]);
  const isTest = ({ type }: QtiResource): boolean => /test|section/iu.test(type);
  const inOrder = [...chosen.filter(isTest), ...chosen.filter((resource) => !isTest(resource))];
  const known = new Set(listed.value.filter(({ type }) => OF_ITEMS.test(type)).map(({ path }) => path));
  const forgotten: QtiResource[] = [];
  for (const resource of all) {
    if (!known.has(resource.path) && (await isItem(resource.path, files)))
      forgotten.push({ ...resource, isForgotten: true });
  }
  return ok([...inOrder, ...forgotten]);
}

/** Each file once, and of a test that stands there twice only the whole of it. */
function withoutHalves(resources: readonly QtiResource[]): QtiResource[] {
  const wholes = new Set(resources.map(({ path }) => WHOLE_TEST.exec(path)?.[1]));
  const once = new Map(resources.toReversed().map((resource) => [resource.path, resource]));
  return resources.filter((resource) => {
    const [, name] = CARTRIDGE_TEST.exec(resource.path) ?? [];
    return once.get(resource.path) === resource && (name === undefined || !wholes.has(name));
  });
}

const BEGINNING = 16 * 1024;

/** Whether a file begins as an item does; it is not read whole for that. */
async function isItem(path: string, files: QtiFiles): Promise<boolean> {
  const bytes = await files.bytes(path);
  if (!bytes.ok) return false;
  const start = Buffer.from(bytes.value.subarray(0, BEGINNING)).toString('latin1').replaceAll('\0', '');
  const [, root] = /<((?![?!])[^\s/>]+)/u.exec(start.replaceAll(/<!--[\s\S]*?-->/gu, '')) ?? [];
  return /^(?:[^:]+:)?(?:assessmentItem|qti-assessment-item)$/u.test(root ?? '');
}
