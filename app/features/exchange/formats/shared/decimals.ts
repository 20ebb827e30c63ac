/** A number as another system writes it: "+.5", "3,14", "1e3". */
const WRITTEN = /^([+-]?)(\d*)(?:[.,](\d*))?(?:e([+-]?\d{1,3}))?$/iu;

const LONGEST = 200;

/**
 * A decimal number such as "-12.5" for what is written, exactly; undefined where it is no number.
 * A comma counts as the decimal sign, as it does in Vietnamese.
 */
export function decimalOf(written: string): string | undefined {
  const [, sign = '', whole = '', rest = '', exponent = '0'] = WRITTEN.exec(written.trim()) ?? [];
  if (whole + rest === '') return undefined;
  const places = rest.length - Number(exponent);
  // why: what is longer than this is compared by nobody, and would only cost time.
  if (whole.length + rest.length + Math.abs(places) > LONGEST) return undefined;
  return unscaled(BigInt(`${sign === '-' ? '-' : ''}${whole}${rest}`), places);
}

/** The middle of a range and how far its ends are from it, exactly. */
export function middleOf(from: string, to: string): { readonly middle: string; readonly distance: string } {
  const places = Math.max(placesOf(from), placesOf(to));
  const [low, high] = [scaled(from, places), scaled(to, places)];
  const distance = high - low;
  return {
    // why one place more: half of a unit is five of the next.
    middle: unscaled((low + high) * 5n, places + 1),
    distance: unscaled((distance < 0n ? -distance : distance) * 5n, places + 1),
  };
}

const placesOf = (decimal: string): number => decimal.split('.')[1]?.length ?? 0;

function scaled(decimal: string, places: number): bigint {
  const [whole = '0', rest = ''] = decimal.split('.');
  return BigInt(whole + rest.padEnd(places, '0'));
}

function unscaled(value: bigint, places: number): string {
  const digits = (value < 0n ? -value : value).toString();
  const padded = places > 0 ? digits.padStart(places + 1, '0') : digits + '0'.repeat(-places);
  const whole = places > 0 ? padded.slice(0, -places) : padded;
  const rest = places > 0 ? padded.slice(-places).replace(/0+$/u, '') : '';
  const isZero = /^0*$/u.test(whole + rest);
  return `${value < 0n && !isZero ? '-' : ''}${whole.replace(/^0+(?=\d)/u, '')}${rest === '' ? '' : `.${rest}`}`;
}
