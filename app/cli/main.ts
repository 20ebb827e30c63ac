import { parseArgs } from 'node:util';
import { VERBS } from './verbs.ts';
import { UsageError, type Verb, type VerbInput } from './verb.ts';

const [FAILED, USAGE] = [1, 2] as const;

function usage(): string {
  const width = Math.max(...Object.keys(VERBS).map((name) => name.length));
  const lines = Object.entries(VERBS).map(([name, { summary }]) => `  ${name.padEnd(width)}  ${summary}`);
  return `Cách dùng: npm run app -- <lệnh> [--json]\n\n${lines.join('\n')}\n`;
}

function readInput(verb: Verb, args: string[]): VerbInput | undefined {
  try {
    const { values, positionals } = parseArgs({
      args,
      options: { ...verb.options, json: { type: 'boolean' } },
      strict: true,
      allowPositionals: verb.takesOperands === true,
    });
    const print: VerbInput['print'] = (sentence, data) =>
      process.stdout.write(`${values['json'] === true ? JSON.stringify(data) : sentence}\n`);
    return { options: values, operands: positionals, print };
  } catch {
    return undefined;
  }
}

const NO_TABLES = /table .* does not exist/iu;

function sentenceOf(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error);
  return NO_TABLES.test(message)
    ? 'Cơ sở dữ liệu chưa có bảng nào. Hãy chạy trước: npm run app -- load-content'
    : message;
}

/** Runs one command of the application; 0 when it went well, 1 when it failed, 2 when it was called wrongly. */
async function main([name = '', ...args]: string[]): Promise<number> {
  if (name === 'help' || name === '--help') {
    process.stdout.write(usage());
    return 0;
  }
  const verb = Object.hasOwn(VERBS, name) ? VERBS[name] : undefined;
  const input = verb && readInput(verb, args);
  if (!verb || !input) {
    process.stderr.write(
      `${name === '' ? 'Thiếu tên lệnh.' : verb ? `Lệnh ${name} không có tùy chọn này.` : `Không có lệnh ${name}.`}\n\n${usage()}`,
    );
    return USAGE;
  }
  try {
    return (await verb.run(input)) ? 0 : FAILED;
  } catch (error) {
    process.stderr.write(`${sentenceOf(error)}\n`);
    return error instanceof UsageError ? USAGE : FAILED;
  }
}

process.exitCode = await main(process.argv.slice(2));
