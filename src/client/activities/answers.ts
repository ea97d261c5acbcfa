import type { Question, QuestionAnswer } from '../../contract/activities';

/** Question → what is filled in: a text, options, `yes` or `no`. */
export type Answers = Readonly<Record<string, readonly string[]>>;

const isBlank = (values: readonly string[]): boolean => values.every((value) => value.trim() === '');

/** Ids of the questions that still want an answer. */
export const unanswered = (questions: readonly Question[], answers: Answers): readonly string[] =>
  questions.filter(({ id, isRequired }) => isRequired && isBlank(answers[id] ?? [])).map(({ id }) => id);

/** As the cloud takes them: only what is filled in, and only what is asked. */
export const answersToSend = (questions: readonly Question[], answers: Answers): QuestionAnswer[] =>
  questions.flatMap(({ id }) => {
    const values = (answers[id] ?? []).map((value) => value.trim()).filter((value) => value !== '');
    return values.length > 0 ? [{ questionId: id, values }] : [];
  });

export const answersOf = (given: readonly QuestionAnswer[]): Answers =>
  Object.fromEntries(given.map(({ questionId, values }) => [questionId, values]));

/** One of several that may all be chosen; the order stays that of the options. */
export const toggled = (options: readonly string[], values: readonly string[], option: string): string[] =>
  options.filter((one) => (one === option ? !values.includes(one) : values.includes(one)));
