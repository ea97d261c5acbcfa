import { activityLimits, type Question, type QuestionKind } from '../../../contract/activities';

const hasOptions = (kind: QuestionKind): boolean => kind === 'single' || kind === 'multiple';

const freeId = (questions: readonly Question[]): string => {
  const numbers = questions.map(({ id }) => Number(/^q(\d+)$/.exec(id)?.[1] ?? 0));
  return `q${Math.max(0, ...numbers) + 1}`;
};

export const withNew = (questions: readonly Question[]): Question[] => [
  ...questions,
  { id: freeId(questions), kind: 'single', label: '', isRequired: true, options: ['', ''] },
];

export const without = (questions: readonly Question[], id: string): Question[] =>
  questions.filter((question) => question.id !== id);

/** Options come and go with the kind. */
export const changed = (questions: readonly Question[], id: string, change: Partial<Question>): Question[] =>
  questions.map((question) => {
    if (question.id !== id) return question;
    const next = { ...question, ...change };
    if (!hasOptions(next.kind)) return { ...next, options: [] };
    return next.options.length >= 2 ? next : { ...next, options: ['', ''] };
  });

/** One place earlier or later. */
export function moved(questions: readonly Question[], id: string, by: -1 | 1): Question[] {
  const from = questions.findIndex((question) => question.id === id);
  const to = from + by;
  const [one, other] = [questions[from], questions[to]];
  if (!one || !other) return [...questions];
  return questions.map((question, index) => {
    if (index === from) return other;
    return index === to ? one : question;
  });
}

export const canAddOption = ({ kind, options }: Question): boolean =>
  hasOptions(kind) && options.length < activityLimits.options;
