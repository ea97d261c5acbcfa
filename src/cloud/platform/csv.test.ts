import { parse } from 'csv-parse/sync';
import { csvText } from './csv';

test('what comes out is what went in, and formulas are texts', () => {
  const rows = [
    ['姓名', '说明'],
    ['王“小”明, 骑手', '第一行\n第二行'],
    ['=1+1', '+86'],
    ['-3', '@a'],
    ['说 "好"', 2.5],
  ];
  const parsed = parse(csvText(rows), { bom: true });
  expect(parsed).toEqual([
    ['姓名', '说明'],
    ['王“小”明, 骑手', '第一行\n第二行'],
    ["'=1+1", "'+86"],
    ["'-3", "'@a"],
    ['说 "好"', '2.5'],
  ]);
});
