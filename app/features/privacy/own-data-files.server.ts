import type { Instant } from '#app/domain/kernel/time.ts';
import { personalTable } from '#app/domain/privacy/register.ts';
import { dataColumnsText } from '#app/text/data-columns.ts';
import { dataRegisterText } from '#app/text/data-register.ts';
import type { Locale } from '#app/text/define-text.ts';
import { ownDataText } from '#app/text/own-data.ts';
import { formatInstant } from '#app/ui/format.ts';
import { cellText } from './data-cells.ts';
import type { Given, GivenTable } from './get-own-data.server.ts';

const plain = (value: Given | undefined): unknown =>
  typeof value === 'object' && value !== null ? new Date(value.at).toISOString() : (value ?? null);

/** The own data for programs: tables and columns as the register names them, instants in UTC. */
export function ownDataJson(tables: readonly GivenTable[], at: Instant): string {
  const body = {
    madeAt: new Date(at).toISOString(),
    format: 'tim-hieu-own-data/1',
    tables: tables.map(({ model, total, columns, rows }) => {
      const { purposes = [], period, seenBy = [] } = personalTable(model) ?? {};
      const given = rows.map((row) => Object.fromEntries(columns.map((column) => [column, plain(row[column])])));
      return { table: model, purposes, seenBy, kept: period, total, rows: given };
    }),
  };
  return `${JSON.stringify(body, undefined, 2)}\n`;
}

const ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};
const escaped = (text: string): string => text.replaceAll(/[&<>"']/gu, (char) => ESCAPES[char] ?? char);

const STYLE =
  'body{font:17px/1.5 system-ui,sans-serif;max-width:70rem;margin:2rem auto;padding:0 1rem;color:#1c2a29}' +
  'table{border-collapse:collapse;width:100%;font-size:15px}th,td{border:1px solid #b8b09f;padding:.3rem .5rem;text-align:left;' +
  'vertical-align:top;overflow-wrap:anywhere}thead th{background:#f0ebdf}h2{margin-top:2rem}.quiet{color:#4a5553}';

/** The own data to read: one file that needs nothing else, opens without a line and prints. */
export function ownDataHtml(tables: readonly GivenTable[], locale: Locale, at: Instant): string {
  const t = ownDataText[locale];
  const parts = tables.map((table) => tableHtml(table, locale));
  return [
    `<!doctype html><html lang="${locale}"><head><meta charset="utf-8"><title>${escaped(t.title)}</title>`,
    `<meta name="viewport" content="width=device-width, initial-scale=1"><style>${STYLE}</style></head><body>`,
    `<h1>${escaped(t.title)}</h1><p>${escaped(formatInstant(at, locale))}</p><p class="quiet">${escaped(t.later)}</p>`,
    ...parts,
    '</body></html>\n',
  ].join('\n');
}

function tableHtml({ model, columns, rows, total }: GivenTable, locale: Locale): string {
  const words = dataColumnsText[locale];
  const register = dataRegisterText[locale];
  const found = personalTable(model);
  const about = found
    ? `${found.purposes.map((purpose) => register.purposes[purpose]).join('; ')} · ${register.periods[found.period] ?? ''}`
    : '';
  const head = columns.map((column) => `<th scope="col">${escaped(words.columns[column] ?? column)}</th>`).join('');
  const body = rows
    .map((row) => `<tr>${columns.map((column) => `<td>${escaped(cellText(row[column], locale))}</td>`).join('')}</tr>`)
    .join('\n');
  return [
    `<h2>${escaped(words.tables[model] ?? model)} (${total})</h2><p class="quiet">${escaped(about)}</p>`,
    `<table><thead><tr>${head}</tr></thead><tbody>${body}</tbody></table>`,
  ].join('\n');
}
