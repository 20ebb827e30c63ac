// A warning that nobody reads is a fault that nobody mends: whatever reaches console.error or console.warn fails the test.
import { afterEach, beforeEach, expect, vi } from 'vitest';

beforeEach(() => {
  for (const level of ['error', 'warn'] as const) vi.spyOn(console, level).mockImplementation(() => undefined);
});

afterEach(() => {
  const said = [vi.mocked(console.error), vi.mocked(console.warn)].flatMap((spy) => spy.mock?.calls ?? []);
  vi.restoreAllMocks();
  expect(said, 'console.error and console.warn must stay silent').toEqual([]);
});
