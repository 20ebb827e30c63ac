/** Browser and system of a device, by the names their makers give them; empty where they are not known. */
export interface Device {
  readonly browser: string;
  readonly system: string;
}

// why in this order: many browsers also call themselves Chrome or Safari, and some of them are used much in Viet Nam.
const BROWSERS: readonly (readonly [RegExp, string])[] = [
  [/\bZalo/u, 'Zalo'],
  [/\bFBA[NV]\//u, 'Facebook'],
  [/coc_coc_browser/u, 'Cốc Cốc'],
  [/\bSamsungBrowser\//u, 'Samsung Internet'],
  [/\b(?:OPR|OPT|Opera)\//u, 'Opera'],
  [/\b(?:UCBrowser|UCWEB)/u, 'UC Browser'],
  [/\bEdg(?:e|A|iOS)?\//u, 'Edge'],
  [/\b(?:Firefox|FxiOS)\//u, 'Firefox'],
  [/\b(?:HeadlessChrome|Chrome|CriOS|Chromium)\//u, 'Chrome'],
  [/\bVersion\/[\d.]+.*\bSafari\//u, 'Safari'],
];

const SYSTEMS: readonly (readonly [RegExp, string])[] = [
  [/\biPhone\b/u, 'iPhone'],
  [/\biPad\b/u, 'iPad'],
  [/\bAndroid\b/u, 'Android'],
  [/\bWindows\b/u, 'Windows'],
  [/\bCrOS\b/u, 'ChromeOS'],
  [/\bMac OS X\b|\bMacintosh\b/u, 'macOS'],
  [/\bLinux\b/u, 'Linux'],
];

const LONGEST = 500;
const BETWEEN = '|';

const firstOf = (kinds: readonly (readonly [RegExp, string])[], text: string): string =>
  kinds.find(([pattern]) => pattern.test(text))?.[1] ?? '';

/** Browser and system in the User-Agent of a request, as they are kept: "Chrome|Android". Nothing else of it is kept. */
export function deviceNameOf(userAgent: string): string {
  const text = userAgent.slice(0, LONGEST);
  return `${firstOf(BROWSERS, text)}${BETWEEN}${firstOf(SYSTEMS, text)}`;
}

/** What deviceNameOf() made, in its parts. */
export function deviceOf(deviceName: string): Device {
  const [browser = '', system = ''] = deviceName.split(BETWEEN);
  return { browser, system };
}
