import { beforeEach, afterEach, describe, expect, test, vi } from 'vitest';
import { startOfLocalDay } from '#app/domain/kernel/time.ts';
import { loadUnits } from '#app/features/units/index.server.ts';
import { action as register } from '#app/routes/register.tsx';
import { loader as search } from '#app/routes/units.search.ts';
import { loader as list } from '#app/routes/units._index.tsx';
import { OPENING } from '#tests/support/clock.ts';
import { useTestDatabase } from '#tests/support/database.ts';

useTestDatabase({ per: 'test' });

beforeEach(async () => {
  vi.useFakeTimers({ toFake: ['Date'], now: OPENING });
  await loadUnits({ now: OPENING });
});
afterEach(() => vi.useRealTimers());

const argsOf = (request: Request) => ({
  request,
  params: {},
  context: { nonce: '', requestId: '', clientAddress: '' },
});
const get = (address: string) => argsOf(new Request(`http://localhost${address}`));

describe('the list of units', () => {
  test('shows one level, and keeps what is asked in the address', async () => {
    const page = await list(get('/units'));
    expect(page.browser?.top?.id).toBe('cao-bang');
    expect(page).toMatchObject({ query: '', tree: undefined, isNoDay: false });
    const past = await list(get('/units?tree=2025-06-30&open=huyen-ha-quang'));
    expect(past).toMatchObject({ tree: '2025-06-30', day: startOfLocalDay(20250630) });
    expect(past.browser?.top?.name).toBe('Huyện Hà Quảng');
  });

  test('searches the tree of the day', async () => {
    const page = await list(get('/units?tree=2025-06-30&q=hop+giang'));
    expect(page.hits?.map(({ id }) => id)).toEqual(['tp-cao-bang-phuong-hop-giang']);
    expect((await list(get('/units?q=hop+giang'))).hits?.map(({ id }) => id)).toEqual(['phuong-thuc-phan']);
  });

  test.each(['2025-02-30', 'hom-nay', '99999999-01-01'])('says that %s is no day, and shows today', async (day) => {
    const page = await list(get(`/units?tree=${day}`));
    expect(page).toMatchObject({ isNoDay: true, tree: undefined });
    expect(page.browser?.top?.below).toBe(60);
  });
});

describe('the search of the chooser', () => {
  test('opens a branch', async () => {
    const answer = await search(get('/units/search?below=dang-bo-quan-su-tinh'));
    expect(await answer.json()).toMatchObject({
      query: '',
      hits: [{ id: 'ban-chi-huy-bo-doi-bien-phong-tinh' }, { id: 'bo-chi-huy-quan-su-tinh' }],
    });
  });

  test('without scripts a branch is opened by posting the form, and nothing that was typed is lost', async () => {
    const body = new URLSearchParams({
      intent: 'open-unit:dang-bo-quan-su-tinh',
      unitQuery: 'quân sự',
      fullName: 'Nông Thị Mai',
    });
    const answer = await register(argsOf(new Request('http://localhost/register', { method: 'POST', body })));
    expect(answer.data).toMatchObject({
      values: { fullName: 'Nông Thị Mai' },
      unitQuery: 'quân sự',
      faults: undefined,
      hits: [{ id: 'ban-chi-huy-bo-doi-bien-phong-tinh' }, { id: 'bo-chi-huy-quan-su-tinh' }],
    });
  });
});
