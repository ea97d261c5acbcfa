import type { OpeningHours, OpeningSpan } from '../../contract/opening-hours';

/** Why a text is not understood, zh-CN. */
export class HoursTextWrong extends Error {}

const letters = ['一', '二', '三', '四', '五', '六', '日'] as const;
const everyDay = [1, 2, 3, 4, 5, 6, 7];
const maxSpans = 4;

/** Full-width signs, the many dashes, and other words for the same day, made one. */
const plain = (text: string): string =>
  text
    .normalize('NFKC')
    .replace(/星期|礼拜/g, '周')
    .replace(/周天/g, '周日')
    .replace(/24 ?小时(营业)?/g, '全天')
    .replace(/\s*(至|到|~|—+|–|−|-)\s*/g, '-')
    .replace(/(\d)[点.](\d\d)/g, '$1:$2')
    .trim();

const dayOf = (letter: string | undefined): number => letters.findIndex((one) => one === letter) + 1;

/** From one day to another, past Sunday too. */
function daysBetween(from: number, to: number): number[] {
  const count = ((to - from + 7) % 7) + 1;
  return Array.from({ length: count }, (_, index) => ((from - 1 + index) % 7) + 1);
}

function daysIn(words: string): number[] {
  const days = words.replace(/[:\s]+$/, '').trim();
  if (days === '' || /^(每天|每日|天天)$/.test(days)) return everyDay;
  return days.split(/[、,和及\s]+/).flatMap((part) => {
    if (part === '工作日') return daysBetween(1, 5);
    if (part === '周末') return [6, 7];
    const range = /^周?([一二三四五六日])-周?([一二三四五六日])$/.exec(part);
    if (range) return daysBetween(dayOf(range[1]), dayOf(range[2]));
    const list = /^周?([一二三四五六日]+)$/.exec(part)?.[1];
    if (!list) throw new HoursTextWrong(`看不懂“${part}”是哪几天，请写成 周一至周五`);
    return Array.from(list, dayOf);
  });
}

const timePattern = /^([01]?\d|2[0-4]):([0-5]\d)$/;

function timeOf(text: string): string {
  const [, hour = '', minute = ''] = timePattern.exec(text) ?? [];
  const time = `${hour.padStart(2, '0')}:${minute}`;
  if (hour === '' || time > '24:00') throw new HoursTextWrong(`看不懂时间“${text}”，请写成 08:00`);
  return time;
}

function spanOf(text: string): OpeningSpan {
  const [opens, closes, ...rest] = text.split('-');
  if (!opens || !closes || rest.length > 0) throw new HoursTextWrong(`看不懂“${text}”，请写成 08:00-12:00`);
  const span = { opens: timeOf(opens), closes: timeOf(closes.replace(/^(次日|第二天|翌日)/, '')) };
  if (span.opens === '24:00' || span.opens === span.closes)
    throw new HoursTextWrong(`“${text}”的开始和结束要不一样；全天请写“全天”`);
  return span;
}

const minutesOf = (time: string) => Number(time.slice(0, 2)) * 60 + Number(time.slice(3));

function demandApart(spans: readonly OpeningSpan[]): void {
  const ends = spans
    .map(({ opens, closes }) => {
      const [from, to] = [minutesOf(opens), minutesOf(closes)];
      return { from, to: to <= from ? to + 1440 : to };
    })
    .sort((a, b) => a.from - b.from);
  if (ends.some(({ from }, index) => index > 0 && from < (ends[index - 1]?.to ?? 0)))
    throw new HoursTextWrong('同一天的两段时间重叠了');
}

function spansIn(words: string): OpeningSpan[] {
  if (/^(休息|不营业|关门|停业)$/.test(words)) return [];
  if (words === '全天') return [{ opens: '00:00', closes: '24:00' }];
  const spans = words
    .split(/[\s、,]+/)
    .filter(Boolean)
    .map(spanOf);
  if (spans.length === 0) throw new HoursTextWrong('请写上几点到几点，例如 08:00-12:00');
  if (spans.length > maxSpans) throw new HoursTextWrong(`一天最多 ${maxSpans} 段`);
  demandApart(spans);
  return spans;
}

/**
 * “周一至周五 08:00-12:00 14:00-18:00；周六日 09:00-17:00”: days, then times, the parts set apart by a semicolon or a new
 * line. Without days it is every day; days that are not named are closed. Throws HoursTextWrong.
 */
export function hoursIn(text: string): OpeningHours {
  const spansByDay = new Map<number, OpeningSpan[]>();
  for (const part of plain(text).split(/[;\n]+/)) {
    const words = part.trim();
    if (words === '') continue;
    const at = words.search(/\d|全天|休息|不营业|关门|停业/);
    if (at < 0) throw new HoursTextWrong(`“${words}”没有写几点到几点`);
    const spans = spansIn(words.slice(at).trim());
    for (const day of daysIn(words.slice(0, at))) {
      if (spansByDay.has(day)) throw new HoursTextWrong(`周${letters[day - 1]}写了两次`);
      spansByDay.set(day, spans);
    }
  }
  if (spansByDay.size === 0) throw new HoursTextWrong('请填写');
  const weekly = [...spansByDay].map(([weekday, spans]) => ({ weekday, spans }));
  return { weekly: weekly.sort((a, b) => a.weekday - b.weekday), exceptions: [] };
}
