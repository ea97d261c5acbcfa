import type { Question } from '../../contract/activities';
import { answersOf, answersToSend, toggled, unanswered } from './answers';

const questions: Question[] = [
  { id: 'size', kind: 'single', label: '手套尺码', isRequired: true, options: ['大', '小'] },
  { id: 'words', kind: 'text', label: '想说的', isRequired: false, options: [] },
  { id: 'tools', kind: 'multiple', label: '自带工具', isRequired: true, options: ['锹', '桶', '手套'] },
];

test('what must be answered and is not', () => {
  expect(unanswered(questions, {})).toEqual(['size', 'tools']);
  expect(unanswered(questions, { size: ['大'], tools: [' '] })).toEqual(['tools']);
  expect(unanswered(questions, { size: ['大'], tools: ['锹'] })).toEqual([]);
});

test('only what is filled in and asked is sent', () => {
  const sent = answersToSend(questions, { size: ['大'], words: ['  '], tools: ['锹', '桶'], gone: ['旧'] });
  expect(sent).toEqual([
    { questionId: 'size', values: ['大'] },
    { questionId: 'tools', values: ['锹', '桶'] },
  ]);
  expect(answersOf(sent)).toEqual({ size: ['大'], tools: ['锹', '桶'] });
});

test('options keep their order', () => {
  expect(toggled(['锹', '桶', '手套'], ['手套'], '锹')).toEqual(['锹', '手套']);
  expect(toggled(['锹', '桶', '手套'], ['锹', '手套'], '锹')).toEqual(['手套']);
});
