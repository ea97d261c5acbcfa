/** A text as the list of words is written, and where each of its letters stands in what was written. */
export interface PlainText {
  letters: string[];
  starts: number[];
  ends: number[];
}

/** What is put between letters so that a word is not found. A comma or a full stop is an end: words do not go over it. */
const between = /^[\s\p{Cf}\p{Mn}*_\-.·•~|/\\+^=#@&'"`´°…—]$/u;

/** 繁 → 简, of the letters in the list of words. */
const pairs =
  '賭赌錢钱網网號号賣卖買买槍枪彈弹藥药頭头種种證证發发帶带貸贷萬万現现單单職职賺赚樂乐馬马鬥斗殺杀貨货廢废滾滚媽妈幹干屄逼賤贱姦奸亂乱倫伦蕩荡約约陰阴莖茎場场電电視视頻频體体襲袭擊击製制飛飞氣气無无碼码' +
  '級级強强開开戶户註注冊册贏赢資资務务員员領领紅红辦办額额鴉鸦騷骚雞鸡殘残腦脑戰战國国東东燒烧滅灭門门僱雇兇凶臺台線线報报費费點点掃扫綫线機机監监聽听竊窃軟软腎肾';

const simple = new Map<string, string>();
const letters = Array.from(pairs);
for (let at = 0; at < letters.length; at += 2) simple.set(letters[at] ?? '', letters[at + 1] ?? '');

/** Half width, small letters, simplified characters, and nothing between them that is no letter. */
export function plainOf(text: string): PlainText {
  const plain: PlainText = { letters: [], starts: [], ends: [] };
  let start = 0;
  for (const written of text) {
    const end = start + written.length;
    if (!between.test(written)) {
      for (const letter of written.normalize('NFKC').toLowerCase()) {
        plain.letters.push(simple.get(letter) ?? letter);
        plain.starts.push(start);
        plain.ends.push(end);
      }
    }
    start = end;
  }
  return plain;
}
