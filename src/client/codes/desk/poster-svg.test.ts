import { linesOf, sheetSvg, type PosterWords } from './poster-svg';

const words: PosterWords = {
  target: 'merchant',
  name: '荷风面馆',
  community: '藕塘社区',
  code: 'm3n7r2k9tq',
  url: 'https://nuanxin.test/q/m3n7r2k9tq',
  picture: null,
};
const textsIn = (svg: string) => [...svg.matchAll(/<text [^>]*>([^<]*)<\/text>/g)].map(([, text]) => text);

test('says the name, the number, what to do and whose it is', () => {
  expect(textsIn(sheetSvg('a6', words))).toEqual([
    '暖新 · 骑手优惠',
    '荷风面馆',
    'M3N7R2K9TQ',
    '扫不了？打开“暖新”输入编号',
    ...['1', '微信扫一扫，对准二维码', '2', '选一张能用的优惠券', '3', '给店员看手机，确认就好'],
    '藕塘社区 · 暖心联盟商户',
  ]);
});

test('is as large as its paper; four of them share one sheet', () => {
  expect(sheetSvg('a4', words)).toContain('width="210mm" height="297mm" viewBox="0 0 105 148.5"');
  expect(sheetSvg('a6', words)).toContain('width="105mm" height="148mm" viewBox="0 0 105 148.5"');
  const four = sheetSvg('four', words);
  expect(four).toContain('width="210mm" height="297mm" viewBox="0 0 210 297"');
  expect(textsIn(four).filter((text) => text === '荷风面馆')).toHaveLength(4);
});

test('a name is text, whatever it holds', () => {
  expect(sheetSvg('a4', { ...words, name: 'A&B <面>' })).toContain('A&#38;B &#60;面&#62;');
});

test('a long name is broken and gets smaller', () => {
  const name = '荷风街道藕塘社区党群服务中心新就业群体暖心驿站';
  const svg = sheetSvg('a4', { ...words, name });
  expect(svg).not.toContain(name);
  expect(textsIn(svg).slice(1, 3).join('')).toBe(name);
  expect(linesOf('Outang Rider Rest', 4)).toEqual(['Outang', 'Rider R', 'est']);
});

test('WeChat’s own code takes the place of ours', () => {
  const svg = sheetSvg('a4', { ...words, picture: 'data:image/png;base64,AAAA' });
  expect(svg).toContain('href="data:image/png;base64,AAAA"');
  expect(svg).not.toContain('crispEdges');
});
