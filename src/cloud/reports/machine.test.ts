import { reportStates } from '../../contract/reports';
import { faultsOf } from '../platform/machine';
import { reportMachine } from './machine';

test('every state is reached, and every one that is not an end can be left', () => {
  expect(faultsOf(reportMachine)).toEqual([]);
  expect(reportMachine.states).toEqual(reportStates);
});

const handlers = 'department, grid_member, staff';

/** The table of the domain, line by line: from, to, who, with what. */
const table = [
  ['submitted', 'screening', 'system', ''],
  ['screening', 'triage', 'system', ''],
  ['screening', 'rejected', 'system', 'words'],
  ['triage', 'assigned', 'staff', 'assignee'],
  ['triage', 'rejected', 'staff', 'words'],
  ['triage', 'not_our_remit', 'staff', 'receiver, words'],
  ['triage', 'duplicate', 'staff', 'canonicalId'],
  ['assigned', 'in_progress', handlers, ''],
  ['assigned', 'triage', handlers, 'words'],
  ['in_progress', 'info_requested', handlers, 'words'],
  ['in_progress', 'scheduled', handlers, 'words, until'],
  ['in_progress', 'transferred', handlers, 'words, receiver'],
  ['in_progress', 'resolved', handlers, 'words, after'],
  ['info_requested', 'in_progress', 'reporter', 'words'],
  ['info_requested', 'in_progress', 'system', ''],
  ['scheduled', 'in_progress', handlers, ''],
  ['scheduled', 'resolved', handlers, 'words, after'],
  ['transferred', 'in_progress', handlers, ''],
  ['transferred', 'resolved', handlers, 'words, after'],
  ['resolved', 'confirmed', 'reporter', 'stars'],
  ['resolved', 'confirmed', 'system', ''],
  ['resolved', 'reopen_requested', 'reporter', 'words'],
  ['resolved', 'reopen_requested', 'grid_member', 'words, photos'],
  ['rejected', 'reopen_requested', 'reporter', 'words'],
  ['not_our_remit', 'reopen_requested', 'reporter', 'words'],
  ['reopen_requested', 'assigned', 'supervisor', 'words, assignee'],
  ['reopen_requested', 'resolved', 'supervisor', 'words'],
  ['reopen_requested', 'rejected', 'supervisor', 'words'],
  ['reopen_requested', 'not_our_remit', 'supervisor', 'words'],
  ['submitted', 'withdrawn', 'reporter', ''],
  ['triage', 'withdrawn', 'reporter', ''],
];

test('it is the table, and nothing else', () => {
  const steps = reportMachine.transitions.map(({ from, to, by, needs }) => [
    from,
    to,
    by.join(', '),
    needs.join(', '),
  ]);
  expect(steps.sort()).toEqual(table.toSorted());
});
