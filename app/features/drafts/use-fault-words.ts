import { draftFieldsText } from '#app/text/drafts-fields.ts';
import { draftFormsText } from '#app/text/drafts-forms.ts';
import { draftRankingText } from '#app/text/drafts-ranking.ts';
import { draftRulesText } from '#app/text/drafts-rules.ts';
import { useText } from '#app/ui/locale.tsx';
import type { PlacedFault, RoundHead } from './get-draft.server.ts';
import type { SectionName } from './sections/section.ts';

/** A field by name: what a person calls it. */
export interface FieldWords {
  /** "Vòng 2, Giờ mở" */
  placeOf(section: SectionName, roundIndex: number | undefined, field: string): string;
  /** "Vòng 2, Giờ mở: chưa điền." */
  sentenceOf(fault: Pick<PlacedFault, 'section' | 'roundIndex' | 'field' | 'message' | 'isSentence'>): string;
  roundName(index: number): string;
}

/** The steps of a field's name: "rounds[0].title" gives rounds, 0, title. */
const stepsOf = (field: string): (string | number)[] =>
  [...field.matchAll(/\[(\d+)\]|([^.[\]]+)/gu)].map(([, index, word = '']) =>
    index === undefined ? word : Number(index),
  );

/** The words of every field of the forms, by its name without numbers. */
function useLabels(): Readonly<Record<string, string>> {
  const f = useText(draftFieldsText);
  const r = useText(draftRulesText);
  const k = useText(draftRankingText);
  return {
    title: f.title,
    organizer: f.organizer,
    audience: f.audience,
    'rounds[].title': f.roundTitle,
    'rounds[].kind': f.kind,
    'rounds[].opensAt': f.opensAt,
    'rounds[].closesAt': f.closesAt,
    'rounds[].minutes': f.minutes,
    'rounds[].window': f.window,
    'rounds[].lateArrival': f.lateArrival,
    'rounds[].entryForMinutes': f.entryFor,
    optionsShown: f.optionsShown,
    'sections[].title': f.sectionTitle,
    'sections[].quotas[].count': f.count,
    'sections[].quotas[].marks': f.marks,
    'sections[].quotas[].topic': f.topic,
    'sections[].quotas[].lesson': f.lesson,
    'sections[].quotas[].difficulty': f.difficulty,
    'sections[].quotas[].tag': f.tag,
    'sections[].quotas[].interaction': f.interaction,
    attempts: r.limits,
    'attempts.limits': r.limits,
    'attempts.limits[].count': r.limitCount,
    'attempts.limits[].per': r.limitPer,
    'attempts.counted': r.counted,
    overall: r.overall,
    marking: r.marking,
    'marking.right': r.right,
    'marking.wrong': r.wrong,
    'marking.blank': r.blank,
    'marking.partial': r.partial,
    mustAnswerAll: r.mustAnswerAll,
    graceSeconds: r.grace,
    prediction: r.asks,
    'prediction.asks': r.asks,
    'prediction.scope': r.scope,
    ranking: k.chosen,
    'entry.minimumAge': r.minimumAge,
    'entry.units': r.units,
    'entry.blocks': r.blocksAllowed,
    'entry.excludesOrganizers': r.excludesOrganizers,
    'entry.accessCode': r.accessCode,
    'entry.consent': r.consent,
    'entry.categories': r.categories,
    boards: r.boards,
    frozenForMinutes: r.frozenFor,
    keys: r.keys,
    'units.criteria': r.unitCriteria,
    'units.minimumHeadcount': r.minimumHeadcount,
    blocks: r.blocks,
    'blocks[].name': r.blockName,
    'blocks[].units': r.blockUnits,
  };
}

/** How the places and faults of a description are said to people. */
export function useFaultWords(rounds: readonly RoundHead[]): FieldWords {
  const forms = useText(draftFormsText);
  const f = useText(draftFieldsText);
  const r = useText(draftRulesText);
  const k = useText(draftRankingText);
  const labels = useLabels();
  const roundName = (index: number): string => rounds[index]?.title || f.round(index + 1);
  const member: Readonly<Record<string, (index: number) => string>> = {
    rounds: roundName,
    sections: (index) => f.section(index + 1),
    quotas: (index) => f.row(index + 1),
    limits: (index) => r.limit(index + 1),
    blocks: (index) => r.block(index + 1),
    ranking: (index) => k.place(index + 1),
  };
  const placeOf: FieldWords['placeOf'] = (section, roundIndex, field) => {
    const steps = stepsOf(field);
    const words = roundIndex === undefined ? [] : [roundName(roundIndex)];
    steps.forEach((step, index) => {
      const list = member[String(steps[index - 1])];
      if (typeof step === 'number' && list) words.push(list(step));
    });
    // why shorter and shorter: a fault of a whole group has no field of its own.
    for (let length = steps.length; length > 0; length -= 1) {
      const pattern = steps
        .slice(0, length)
        .map((step, index) => (typeof step === 'number' ? '[]' : `${index > 0 ? '.' : ''}${step}`))
        .join('');
      const label = labels[pattern];
      if (label !== undefined) return [...words, label].join(', ');
    }
    return words.length > 0 ? words.join(', ') : forms.titles[section];
  };
  return {
    placeOf,
    sentenceOf: ({ section, roundIndex, field, message, isSentence }) =>
      isSentence ? message : forms.fault(placeOf(section, roundIndex, field), message),
    roundName,
  };
}
