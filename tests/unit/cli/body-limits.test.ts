import { expect, test } from 'vitest';
import { bodyLimitOf } from '#app/cli/body-limits.ts';
import { paths } from '#app/paths.ts';
import { MOST_IMAGE_BYTES } from '#app/features/items/clean-image.server.ts';

const KB = 1024;

test('only where files are sent a body may be large', () => {
  expect(bodyLimitOf(paths.manageItemsImport())).toBe(50 * KB * KB);
  expect(bodyLimitOf(`${paths.manageItemsImport()}.data`)).toBe(50 * KB * KB);
  expect(bodyLimitOf(paths.itemImage('ch-1'))).toBeGreaterThan(MOST_IMAGE_BYTES);
  const small = [
    paths.home(),
    paths.signIn(),
    paths.saveItem('ch-1'),
    `${paths.manageItemsImport()}/x`,
    `/x${paths.manageItemsImport()}`,
    `${paths.itemImage('ch-1')}/more`,
  ];
  expect(small.map(bodyLimitOf)).toEqual(small.map(() => 256 * KB));
});
