import { exportPage } from './export-page';

test('whatever a person wrote is shown as text', () => {
  const page = exportPage(
    [{ title: '资料', content: { 昵称: '<script>alert(1)</script>', 记录: [{ a: '"x" & y' }] } }],
    'now',
  );
  expect(page).toContain('&lt;script&gt;alert(1)&lt;/script&gt;');
  expect(page).toContain('&quot;x&quot; &amp; y');
  expect(page).not.toContain('<script>');
});

test('lists of records are tables, empty ones say so, and nothing is left blank', () => {
  const content = {
    签到: [{ 站点: '北门', 时间: '9:00' }],
    通知: [],
    公司: null,
    已读: true,
    标签: ['甲', '乙'],
  };
  const page = exportPage([{ title: '资料', content }], 'now');
  expect(page).toContain('<th>站点</th><th>时间</th>');
  expect(page).toContain('<td>北门</td><td>9:00</td>');
  expect(page).toContain('<dt>通知</dt><dd>没有记录</dd>');
  expect(page).toContain('<dt>公司</dt><dd>—</dd>');
  expect(page).toContain('<li>甲</li><li>乙</li>');
});
