import { isTyped, type ItemBody } from '#app/domain/items/item.ts';
import { fractionOf } from '../shared/weights.ts';
import { hasFeedback, mapsResponse } from './write-qti-body.ts';
import type { XmlWriter } from './qti-writer.server.ts';

/** How the response earns: a standard template where that says all, rules where numbers or feedback need them. */
export function processingXml(body: ItemBody, x: XmlWriter): string {
  const isNumeric = body.interaction === 'numericEntry';
  if (!isNumeric && !hasFeedback(body)) {
    // why the bare addresses: they are names of rules that every player knows, not files.
    const template = `${x.dialect.templates}${mapsResponse(body) ? 'map_response' : 'match_correct'}${x.dialect.format === 'qti3' ? '.xml' : ''}`;
    return x.element('responseProcessing', { template });
  }
  const score = isNumeric ? numbersXml(body, x) : mapsResponse(body) ? mappedXml(x) : matchedXml(x);
  return x.element('responseProcessing', {}, score + (hasFeedback(body) ? feedbackRule(body, x) : ''));
}

const variable = (x: XmlWriter): string => x.element('variable', { identifier: 'RESPONSE' });
const base = (x: XmlWriter, baseType: string, value: string): string => x.element('baseValue', { baseType }, value);
const setScore = (x: XmlWriter, within: string): string =>
  x.element('setOutcomeValue', { identifier: 'SCORE' }, within);

const mappedXml = (x: XmlWriter): string => setScore(x, x.element('mapResponse', { identifier: 'RESPONSE' }));

function matchedXml(x: XmlWriter): string {
  const match = x.element('match', {}, variable(x) + x.element('correct', { identifier: 'RESPONSE' }));
  const right = x.element('responseIf', {}, match + setScore(x, base(x, 'float', '1')));
  const wrong = x.element('responseElse', {}, setScore(x, base(x, 'float', '0')));
  return x.element('responseCondition', {}, right + wrong);
}

/** The accepted number that earns most comes first: the first rule that fits is the one that counts. */
function numbersXml(body: ItemBody, x: XmlWriter): string {
  const options = body.options.map((option) => ({ ...option, earns: fractionOf(body, option) }));
  const rules = options
    .toSorted((one, other) => other.earns - one.earns)
    .map(({ text, tolerance = '0', earns }, at) => {
      const values =
        tolerance === '0'
          ? { toleranceMode: 'exact' }
          : { toleranceMode: 'absolute', tolerance: `${tolerance} ${tolerance}` };
      const equal = x.element('equal', values, variable(x) + base(x, 'float', text));
      return x.element(
        at === 0 ? 'responseIf' : 'responseElseIf',
        {},
        equal + setScore(x, base(x, 'float', String(earns))),
      );
    });
  return x.element('responseCondition', {}, rules.join(''));
}

function feedbackRule(body: ItemBody, x: XmlWriter): string {
  const isChosen = !isTyped(body.interaction) && body.interaction !== 'order' && body.interaction !== 'match';
  const said = (isChosen ? variable(x) : '') + (body.rationale === '' ? '' : base(x, 'identifier', 'RATIONALE'));
  return x.element('setOutcomeValue', { identifier: 'FEEDBACK' }, x.element('multiple', {}, said));
}
