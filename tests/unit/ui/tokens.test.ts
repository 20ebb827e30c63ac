// Colours by their tokens: every pair that meets on a page, in both themes, by the formula of WCAG 2.2.
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

const css = readFileSync('app/ui/tokens.css', 'utf8');

/** The colours that the blocks with this selector set. */
function tokensOf(selector: string): Map<string, string> {
  const start = css.indexOf(`${selector} {`);
  const block = css.slice(start, css.indexOf('}', start));
  return new Map([...block.matchAll(/--([\w-]+): (#[0-9a-f]{6});/g)].map(([, name = '', value = '']) => [name, value]));
}

const light = tokensOf(':root');
const auto = tokensOf(":root[data-theme='auto']");
const dark = tokensOf(":root[data-theme='dark']");
const themes: [string, ReadonlyMap<string, string>][] = [
  ['light', light],
  ['dark', new Map([...light, ...dark])],
];

function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(tokens: ReadonlyMap<string, string>, one: string, other: string): number {
  const [darker = 0, lighter = 0] = [one, other]
    .map((name) => luminance(tokens.get(name) ?? ''))
    .toSorted((a, b) => a - b);
  return (lighter + 0.05) / (darker + 0.05);
}

/** Words on a ground. */
const TEXT = [
  ...['ground', 'surface', 'surface-2', 'jade-soft', 'gold-soft'].map((ground) => ['ink', ground] as const),
  ...['ground', 'surface', 'surface-2'].map((ground) => ['ink-2', ground] as const),
  ...['ground', 'surface', 'jade-soft'].map((ground) => ['jade', ground] as const),
  ['jade-strong', 'jade-soft'],
  ['on-jade', 'jade'],
  ['red', 'ground'],
  ['red', 'surface'],
  ['ink', 'red-soft'],
  ['on-red', 'red'],
  ['gold', 'surface'],
  ['gold', 'gold-soft'],
  ['ink', 'green-soft'],
  ['green', 'green-soft'],
] as const;

/** Words of a question and its options, read for a quarter of an hour. */
const LONG_READ = [
  ['ink', 'ground'],
  ['ink', 'surface'],
  ['ink', 'jade-soft'],
] as const;

/** Edges that tell where something is. */
const EDGES = [
  ['line-strong', 'ground'],
  ['line-strong', 'surface'],
  ['jade', 'ground'],
  ['focus', 'ground'],
  ['focus', 'surface'],
  ['red', 'surface'],
] as const;

describe.each(themes)('the %s theme', (_, tokens) => {
  it.each(TEXT)('sets %s on %s at 4.5:1 or more', (ink, ground) => {
    expect(contrast(tokens, ink, ground)).toBeGreaterThanOrEqual(4.5);
  });

  it.each(LONG_READ)('sets %s on %s at 7:1 or more on the answer sheet', (ink, ground) => {
    expect(contrast(tokens, ink, ground)).toBeGreaterThanOrEqual(7);
  });

  it.each(EDGES)('draws %s on %s at 3:1 or more', (edge, ground) => {
    expect(contrast(tokens, edge, ground)).toBeGreaterThanOrEqual(3);
  });
});

it('is the same dark theme by choice and by device', () => {
  expect(Object.fromEntries(auto)).toEqual(Object.fromEntries(dark));
  expect(dark.size).toBeGreaterThan(20);
});
