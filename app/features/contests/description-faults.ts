import type { ContestFile } from './contest.schema.ts';
import { attemptFaults } from './faults/attempt-faults.ts';
import { blueprintFaults } from './faults/blueprint-faults.ts';
import type { DescriptionFault, KnownContent } from './faults/description-fault.ts';
import { entryFaults } from './faults/entry-faults.ts';
import { markingFaults } from './faults/marking-faults.ts';
import { rankingFaults } from './faults/ranking-faults.ts';
import { roundFaults } from './faults/round-faults.ts';
import { visibilityFaults } from './faults/visibility-faults.ts';

export type { DescriptionFault, KnownContent, KnownTopic, KnownUnit } from './faults/description-fault.ts';

/**
 * What does not fit together in a description of the right shape, in the order in which people read one. Without an error
 * the engine can do all that the description says.
 */
export const descriptionFaults = (file: ContestFile, known: KnownContent): DescriptionFault[] => [
  ...slugFaults(file),
  ...entryFaults(file, known),
  ...markingFaults(file),
  ...attemptFaults(file),
  ...rankingFaults(file),
  ...visibilityFaults(file, known),
  ...roundFaults(file),
  ...blueprintFaults(file, known),
];

const TEMPLATE_PREFIX = 'mau-';

function slugFaults({ slug, isTemplate }: ContestFile): DescriptionFault[] {
  if (isTemplate === slug.startsWith(TEMPLATE_PREFIX)) return [];
  const message = isTemplate
    ? `Tên đường dẫn của một mẫu phải bắt đầu bằng “${TEMPLATE_PREFIX}” để không lẫn với cuộc thi. Hãy đổi thành “${TEMPLATE_PREFIX}${slug}”.`
    : `Tên đường dẫn bắt đầu bằng “${TEMPLATE_PREFIX}” chỉ dành cho mẫu. Hãy đặt tên khác cho cuộc thi này.`;
  return [{ path: ['slug'], message, severity: 'error' }];
}
