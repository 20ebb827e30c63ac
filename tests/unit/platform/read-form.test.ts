import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { readForm, readJson } from '#app/platform/http/form.server.ts';

const Form = z.object({ name: z.string(), ids: z.union([z.string(), z.array(z.string())]).optional() });

const posted = (body: string, type = 'application/x-www-form-urlencoded'): Request =>
  new Request('http://a.vn/', { method: 'POST', headers: { 'Content-Type': type }, body });

describe('a posted form', () => {
  test('has nothing in it that no database takes, and all else as it was typed', async () => {
    const read = await readForm(posted('name=N%C3%B4ng%00V%C4%83n&ids=%00&ids=b'), Form);
    expect(read).toMatchObject({ ok: true, value: { name: 'Nông\uFFFDVăn', ids: ['\uFFFD', 'b'] } });
    expect((await readForm(posted('name=%FF%FE%C3'), Form)).ok).toBe(true);
  });

  test('takes a field once where one is asked for, and never takes what was not asked for', async () => {
    expect((await readForm(posted('name=a&name=b'), Form)).ok).toBe(false);
    const read = await readForm(posted('name=a&role=administrator&__proto__=x&constructor=y'), Form);
    expect(read).toMatchObject({ ok: true });
    expect(read.ok && Object.keys(read.value)).toEqual(['name']);
    expect(({} as Record<string, unknown>)['x']).toBeUndefined();
  });

  test('with ten thousand fields is read no further than a form of ours goes', async () => {
    const fields = Array.from({ length: 10_000 }, (_, index) => `f${index}=1`).join('&');
    expect((await readForm(posted(`${fields}&name=a`), Form)).ok).toBe(false);
    const parts = Array.from(
      { length: 10_000 },
      (_, index) => `--x\r\nContent-Disposition: form-data; name="f${index}"\r\n\r\n1\r\n`,
    );
    const began = performance.now();
    expect((await readForm(posted(`${parts.join('')}--x--\r\n`, 'multipart/form-data; boundary=x'), Form)).ok).toBe(
      false,
    );
    expect(performance.now() - began).toBeLessThan(5_000);
  });
});

describe('posted JSON', () => {
  const json = (text: string) => readJson(posted(text, 'application/json'), Form);

  test('that is none, or none of ours, is a fault and nothing worse', async () => {
    for (const text of [
      '',
      'null',
      '[',
      '"a"',
      '{"name":"a\\u0000b"}',
      '{"name":{"$gt":""}}',
      `${'['.repeat(100_000)}${']'.repeat(100_000)}`,
      `${'{"a":'.repeat(100_000)}1${'}'.repeat(100_000)}`,
      '{"__proto__":{"name":"a"}}',
    ]) {
      expect((await json(text)).ok, text.slice(0, 20)).toBe(false);
    }
    expect((await json('{"name":"a"}')).ok).toBe(true);
  });
});
