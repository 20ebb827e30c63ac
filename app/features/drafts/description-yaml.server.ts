import { Document, isMap, isScalar, isSeq, visit } from 'yaml';
import { ordered, type Description } from './description.ts';

/** Groups of a few short values, which read better on one line. */
const ON_ONE_LINE = new Set(['marking', 'prediction', 'ranking', 'criteria']);
/** Lists whose members do. */
const MEMBERS_ON_ONE_LINE = new Set(['quotas', 'limits']);

const HEADER = ' Bản mô tả cuộc thi. Nhập lại được ở trang Tổ chức cuộc thi, mục Tạo cuộc thi.\n';

/**
 * A description as a YAML text. The same data give the same bytes, whatever the order of its keys: a text that was exported,
 * imported and exported again is the same text.
 */
export function toYaml(description: Description): string {
  const document = new Document(ordered(description));
  document.commentBefore = HEADER.trimEnd();
  visit(document, {
    Pair(_, pair) {
      if (!isScalar(pair.key)) return;
      const name = String(pair.key.value);
      if (ON_ONE_LINE.has(name) && (isMap(pair.value) || isSeq(pair.value))) pair.value.flow = true;
      if (MEMBERS_ON_ONE_LINE.has(name) && isSeq(pair.value)) {
        for (const member of pair.value.items) if (isMap(member)) member.flow = true;
      }
    },
  });
  return document.toString({ lineWidth: 0, flowCollectionPadding: true, indentSeq: true });
}
