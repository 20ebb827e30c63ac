import { z } from 'zod';
import { readDecimal } from '#app/domain/items/accepted-number.ts';
import { DIFFICULTIES, INTERACTIONS, type Interaction } from '#app/domain/items/item.ts';

/** Lower-case words with hyphens: file names, lessons, tags. */
export const Slug = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/u, 'chỉ gồm chữ thường không dấu, số và dấu gạch nối');

const line = (limit: number) => z.string().trim().min(1).max(limit);

/** A decimal number; in quotes where its zeros matter. */
const number = z
  .union([z.number().transform(String), z.string().trim()])
  .refine((text) => readDecimal(text) !== undefined, 'phải là một số, phần lẻ viết sau dấu chấm: "12.5"');

const Option = z.strictObject({
  text: z.union([z.number().transform(String), line(300)]),
  correct: z.boolean().optional(),
  /** What it earns where partial credit is given, 1 = all of the marks. */
  weight: z.number().min(-1).max(1).optional(),
  /** match: what it belongs to. */
  match: line(300).optional(),
  /** numericEntry: how far a right number may be from this one. */
  tolerance: number.optional(),
  /** Why just this option is right or wrong. */
  rationale: line(500).optional(),
});

const Question = z.strictObject({
  interaction: z.enum(INTERACTIONS),
  difficulty: z.enum(DIFFICULTIES),
  prompt: line(2_000),
  options: z.array(Option).min(1).max(10),
  /** match: what nothing belongs to. */
  distractors: z.array(line(300)).max(6).optional(),
  /** Left out, true, but for trueFalse. */
  shuffles: z.boolean().optional(),
  textRules: z.strictObject({ ignoresCase: z.boolean(), ignoresMarks: z.boolean() }).optional(),
  unit: line(30).optional(),
  rationale: line(1_000),
  facts: z.array(z.string()).min(1),
  source: z.strictObject({
    title: line(300),
    url: z.url({ protocol: /^https?$/u }).optional(),
    page: line(60).optional(),
  }),
  tags: z.array(Slug).max(8),
});

type Field = 'correct' | 'weight' | 'match' | 'tolerance' | 'distractors' | 'textRules' | 'unit';

/** What questions of each kind may say beside what all of them do, and how many options they have at least. */
const KINDS: Readonly<Record<Interaction, { fields: readonly Field[]; least: number }>> = {
  choice: { fields: ['correct', 'weight'], least: 2 },
  multipleChoice: { fields: ['correct', 'weight'], least: 2 },
  trueFalse: { fields: ['correct'], least: 2 },
  order: { fields: [], least: 2 },
  match: { fields: ['match', 'distractors'], least: 2 },
  textEntry: { fields: ['correct', 'weight', 'textRules'], least: 1 },
  numericEntry: { fields: ['correct', 'weight', 'tolerance', 'unit'], least: 1 },
};

const OF_QUESTION = ['distractors', 'textRules', 'unit'] as const;
const OF_OPTION = ['correct', 'weight', 'match', 'tolerance'] as const;

/** Says at its place what a question of this kind does not have, or lacks. */
function checkKind(question: z.output<typeof Question>, context: z.RefinementCtx): void {
  const { fields, least } = KINDS[question.interaction];
  const fault = (path: (string | number)[], message: string): void => {
    context.addIssue({ code: 'custom', path, message, input: question });
  };
  const isForeign = (field: Field): boolean => !fields.includes(field);
  for (const field of OF_QUESTION) {
    if (question[field] !== undefined && isForeign(field)) fault([field], 'loại câu này không có mục này');
  }
  if (question.options.length < least) fault(['options'], `cần ít nhất ${least} dòng`);
  for (const [index, option] of question.options.entries()) {
    for (const field of OF_OPTION) {
      if (option[field] !== undefined && isForeign(field))
        fault(['options', index, field], 'loại câu này không có mục này');
    }
    if (question.interaction === 'match' && option.match === undefined) fault(['options', index], 'thiếu mục match');
    if (question.interaction === 'numericEntry' && readDecimal(option.text) === undefined) {
      fault(['options', index, 'text'], 'phải là một số, phần lẻ viết sau dấu chấm: "12.5"');
    }
  }
}

/** items/<topic>.yml: contest questions, whose keys are secret while a round is open. */
export const ContestItems = z.array(
  Question.extend({ id: z.string().regex(/^\d{4}-\d{3}$/u, 'phải có dạng "2023-001"'), lesson: Slug }).superRefine(
    checkKind,
  ),
);

/** <lesson>.practice.yml: questions for learning. */
export const PracticeItems = z.array(
  Question.extend({ id: z.string().regex(/^\d{4}-p\d{2}$/u, 'phải có dạng "2023-p01"') }).superRefine(checkKind),
);

export type AuthoredQuestion = z.output<typeof Question>;
