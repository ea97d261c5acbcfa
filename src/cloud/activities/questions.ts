import { activityProblems, type Question, type QuestionAnswer } from '../../contract/activities';
import { refuse } from '../platform/refusal';

const hasOptions = ({ kind }: Question) => kind === 'single' || kind === 'multiple';

/** What is wrong with questions as staff wrote them, by their field. */
export function faultsInQuestions(questions: readonly Question[]): Record<string, string> {
  const faults: Record<string, string> = {};
  const known = new Set<string>();
  for (const [index, question] of questions.entries()) {
    if (known.has(question.id)) faults[`questions.${index}.id`] = '每个问题要有自己的编号';
    known.add(question.id);
    if (hasOptions(question) && question.options.length < 2)
      faults[`questions.${index}.options`] = '至少写两个选项';
    if (!hasOptions(question) && question.options.length > 0)
      faults[`questions.${index}.options`] = '这种问题不用写选项';
  }
  return faults;
}

/** What is wrong with one answer; null where nothing is. */
function faultOf({ kind, isRequired, options }: Question, values: readonly string[]): string | null {
  if (values.length === 0) return isRequired ? '这一项要填' : null;
  if (kind !== 'multiple' && values.length > 1) return '这一项只能填一个';
  if (kind === 'text') return null;
  const allowed = kind === 'yes_no' ? ['yes', 'no'] : options;
  return values.every((value) => allowed.includes(value)) ? null : '请从给出的选项里选';
}

/** The answers in the order of the questions, only to questions that are asked; refused where one is missing or wrong. */
export function answersTo(
  questions: readonly Question[],
  given: readonly QuestionAnswer[] = [],
): QuestionAnswer[] {
  const fields: Record<string, string> = {};
  const answers = questions.flatMap((question) => {
    const { id } = question;
    const answer = given.find(({ questionId }) => questionId === id);
    const values = (answer?.values ?? []).map((value) => value.trim());
    const fault = faultOf(question, values);
    if (fault !== null) fields[`answers.${id}`] = fault;
    return values.length > 0 ? [{ questionId: id, values }] : [];
  });
  if (Object.keys(fields).length > 0) throw refuse(activityProblems.answers_wrong, { fields });
  return answers;
}
