import type { ContestFile } from '../contest.schema.ts';
import { error, repeats, warning, type DescriptionFault, type KnownContent } from './description-fault.ts';

const ADULT_ENOUGH = 16;
const SHORTEST_CODE = 6;

/** What is wrong with who may enter, with blocks, and with how units are ranked. */
export const entryFaults = (file: ContestFile, known: KnownContent): DescriptionFault[] => [
  ...invitedFaults(file, known),
  ...paperFaults(file),
  ...blockFaults(file, known),
  ...criterionFaults(file),
];

const unknownUnit = (id: string): string => `Không có đơn vị mang mã “${id}”. Hãy chọn một đơn vị trong danh sách.`;

function invitedFaults({ entry, blocks }: ContestFile, known: KnownContent): DescriptionFault[] {
  const names = blocks.length > 0 ? new Set(blocks.map(({ name }) => name)) : known.blocks;
  const units = entry.units.flatMap((id, index) =>
    known.units.has(id) ? [] : error(['entry', 'units', index], unknownUnit(id)),
  );
  const invited = entry.blocks.flatMap((name, index) =>
    names.has(name)
      ? []
      : error(
          ['entry', 'blocks', index],
          `Cuộc thi không có khối “${name}”, nên không ai của khối này vào được. Hãy sửa tên khối, hoặc khai báo khối đó.`,
        ),
  );
  return [...units, ...invited];
}

function paperFaults({ entry }: ContestFile): DescriptionFault[] {
  const { minimumAge, accessCode, consent } = entry;
  const faults: DescriptionFault[] = [];
  if (minimumAge !== undefined && minimumAge < ADULT_ENOUGH && consent === undefined) {
    const message = `Người từ ${minimumAge} tuổi được dự thi nhưng chưa có nội dung cam kết đồng ý. Hãy ghi nội dung mà thí sinh, cùng cha mẹ hoặc người giám hộ, phải đồng ý trước khi thi.`;
    faults.push(warning(['entry', 'consent'], message));
  }
  if (accessCode !== undefined && isGuessable(accessCode)) {
    const message = `Mã vào thi dễ đoán. Hãy dùng ít nhất ${SHORTEST_CODE} ký tự, có cả chữ và số, không phải dãy số liền nhau.`;
    faults.push(warning(['entry', 'accessCode'], message));
  }
  return faults;
}

/** Short, or digits of which each is the one before, or one more, or one less. */
function isGuessable(code: string): boolean {
  if (code.length < SHORTEST_CODE) return true;
  if (!/^\d+$/u.test(code)) return false;
  const steps = new Set([...code].slice(1).map((digit, index) => Number(digit) - Number(code[index])));
  const [step = 0] = steps;
  return steps.size <= 1 && Math.abs(step) <= 1;
}

function blockFaults({ blocks }: ContestFile, known: KnownContent): DescriptionFault[] {
  const twice = repeats(blocks.map(({ name }) => name)).map((index) =>
    error(['blocks', index, 'name'], `Đã có khối tên “${blocks[index]?.name}”. Hãy gộp hai khối, hoặc đặt tên khác.`),
  );
  const seen = new Map<string, string>();
  const units = blocks.flatMap((block, index) => {
    const faults = block.units.flatMap((id, place): DescriptionFault[] => {
      const path = ['blocks', index, 'units', place];
      const unit = known.units.get(id);
      if (!unit) return [error(path, unknownUnit(id))];
      const holder = unit.pathIds.find((each) => seen.has(each));
      if (holder === undefined) return [];
      const message = `${unit.name} đã thuộc khối “${seen.get(holder)}” ghi trước, nên không bao giờ thuộc khối “${block.name}”. Hãy bỏ đơn vị này, hoặc đưa khối “${block.name}” lên trước.`;
      return [error(path, message)];
    });
    for (const id of block.units) if (!seen.has(id)) seen.set(id, block.name);
    return faults;
  });
  return [...twice, ...units];
}

function criterionFaults({ units: { criteria, minimumHeadcount } }: ContestFile): DescriptionFault[] {
  const twice = repeats(criteria).map((index) =>
    error(['units', 'criteria', index], 'Tiêu chí xếp hạng đơn vị này được ghi hai lần. Hãy bỏ lần sau.'),
  );
  const byShare = criteria.some((criterion) => criterion === 'rate' || criterion === 'meanScore');
  const tiny =
    byShare && minimumHeadcount === 0
      ? warning(
          ['units', 'minimumHeadcount'],
          'Chưa có quân số tối thiểu, nên đơn vị chỉ một vài người cũng có thể đứng đầu về tỷ lệ hoặc điểm trung bình. Hãy ghi quân số tối thiểu.',
        )
      : [];
  return [...twice, tiny].flat();
}
