import type { Question } from '../../contract/activities';
import { Refusal } from '../platform/refusal';
import { answersTo, faultsInQuestions } from './questions';

const size: Question = {
  id: 'size',
  kind: 'single',
  label: '衣服尺码',
  isRequired: true,
  options: ['M', 'L'],
};
const bring: Question = {
  id: 'bring',
  kind: 'multiple',
  label: '自带',
  isRequired: false,
  options: ['铲子', '手套'],
};
const note: Question = { id: 'note', kind: 'text', label: '备注', isRequired: false, options: [] };
const car: Question = { id: 'car', kind: 'yes_no', label: '开车来吗', isRequired: true, options: [] };

function refusedFields(work: () => unknown) {
  try {
    work();
  } catch (error) {
    return error instanceof Refusal ? error.details.fields : error;
  }
  return null;
}

test('answers come in the order of the questions, and only what was asked is kept', () => {
  const answers = answersTo(
    [size, bring, note, car],
    [
      { questionId: 'car', values: ['no'] },
      { questionId: 'other', values: ['x'] },
      { questionId: 'size', values: ['L'] },
      { questionId: 'bring', values: ['手套', '铲子'] },
      { questionId: 'note', values: [] },
    ],
  );
  expect(answers).toEqual([
    { questionId: 'size', values: ['L'] },
    { questionId: 'bring', values: ['手套', '铲子'] },
    { questionId: 'car', values: ['no'] },
  ]);
});

test.each([
  ['a required one is missing', [], { 'answers.size': '这一项要填' }],
  [
    'two of which one is to be chosen',
    [{ questionId: 'size', values: ['M', 'L'] }],
    { 'answers.size': '这一项只能填一个' },
  ],
  ['no option of it', [{ questionId: 'size', values: ['XL'] }], { 'answers.size': '请从给出的选项里选' }],
])('refused where %s', (_what, given, fields) => {
  expect(refusedFields(() => answersTo([size], given))).toEqual(fields);
});

test('questions need their own ids, and options where there is something to choose', () => {
  const faults = faultsInQuestions([size, { ...note, id: 'size' }, { ...bring, options: ['铲子'] }]);
  expect(faults).toEqual({
    'questions.1.id': '每个问题要有自己的编号',
    'questions.2.options': '至少写两个选项',
  });
  expect(faultsInQuestions([size, bring, note, car])).toEqual({});
});
