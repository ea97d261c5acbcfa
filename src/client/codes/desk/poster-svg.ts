import type { ResolvedCode } from '../../../contract/codes';
import { qrPath } from '../../ui/qr-path';
import { paperTexts, paperWords } from './texts';

/** What a poster says. */
export interface PosterWords {
  readonly target: ResolvedCode['target'];
  readonly name: string;
  readonly community: string;
  /** To be typed. */
  readonly code: string;
  readonly url: string;
  /** WeChat's own round code in place of ours: a picture's address. */
  readonly picture: string | null;
}

export type PosterFormat = 'a4' | 'a6' | 'four';

/** A sheet of paper, millimetres. */
export const sheetSizes: Readonly<Record<PosterFormat, { width: number; height: number }>> = {
  a4: { width: 210, height: 297 },
  a6: { width: 105, height: 148 },
  four: { width: 210, height: 297 },
};

// On paper there is one theme; what is printed is dark on white.
const [ink, soft, line, accent, onAccent] = ['#231f1a', '#574e43', '#c9bda9', '#be4215', '#ffffff'];
const fonts =
  "-apple-system, 'PingFang SC', 'HarmonyOS Sans SC', 'Noto Sans CJK SC', 'Source Han Sans SC', 'Microsoft YaHei', sans-serif";

// Drawn once, in millimetres of A6; A4 is the same twice as large.
const [width, height, centre] = [105, 148.5, 52.5];
const qrSide = 58;

const escaped = (text: string): string => text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);

interface Style {
  size: number;
  weight?: number;
  fill?: string;
  anchor?: 'start' | 'middle';
  spacing?: number;
}

function textAt(x: number, y: number, words: string, style: Style): string {
  const { size, weight = 400, fill = ink, anchor = 'middle', spacing = 0 } = style;
  return (
    `<text x="${x}" y="${y}" font-size="${size}" font-weight="${weight}" fill="${fill}" ` +
    `text-anchor="${anchor}" letter-spacing="${spacing}">${escaped(words)}</text>`
  );
}

/** In ems: a Chinese character takes a whole one, a Latin letter some half. */
const widthOf = (text: string): number =>
  Array.from(text).reduce((sum, letter) => sum + (letter > '\u2e7f' ? 1 : 0.56), 0);

/** Broken where the line is full; an SVG does not do it by itself. */
export function linesOf(text: string, ems: number): readonly string[] {
  const lines = [''];
  for (const letter of Array.from(text)) {
    const last = lines[lines.length - 1] ?? '';
    if (last && widthOf(last + letter) > ems) lines.push(letter.trim());
    else lines[lines.length - 1] = last + letter;
  }
  return lines.map((words) => words.trim());
}

const nameWidth = 89;
const nameSizes = [9.6, 8.4, 7.2, 6.2, 5.4] as const;

/** The largest in which it takes at most two lines. */
function nameFit(name: string): { size: number; lines: readonly string[] } {
  for (const size of nameSizes) {
    const lines = linesOf(name, nameWidth / size);
    if (lines.length <= (size > 7 ? 1 : 2)) return { size, lines };
  }
  return { size: 4.6, lines: linesOf(name, nameWidth / 4.6) };
}

function nameAt(middle: number, name: string): string {
  const { size, lines } = nameFit(name);
  const leading = size * 1.25;
  const first = middle - ((lines.length - 1) * leading) / 2 + size * 0.36;
  return lines
    .map((words, index) => textAt(centre, first + index * leading, words, { size, weight: 800 }))
    .join('');
}

/** Ours, with the room around it that scanners want, or WeChat's. */
function codeAt(top: number, { url, picture }: PosterWords): string {
  const left = centre - qrSide / 2;
  if (picture !== null)
    return `<image x="${left}" y="${top}" width="${qrSide}" height="${qrSide}" href="${picture}"/>`;
  const { path, size } = qrPath(url, 'H');
  return (
    `<g transform="translate(${left} ${top}) scale(${qrSide / size})" shape-rendering="crispEdges">` +
    `<path fill="${ink}" d="${path}"/></g>`
  );
}

function stepsAt(top: number, steps: readonly string[]): string {
  return steps
    .map((words, index) => {
      const y = top + index * 7.6;
      return (
        `<circle cx="21" cy="${y}" r="2.7" fill="${accent}"/>` +
        textAt(21, y + 1.2, String(index + 1), { size: 3.4, weight: 700, fill: onAccent }) +
        textAt(27, y + 1.5, words, { size: 4.3, anchor: 'start' })
      );
    })
    .join('');
}

/** One poster in an own system of coordinates, 105 × 148.5. */
function drawing(words: PosterWords): string {
  const { head, steps, foot } = paperTexts[words.target];
  return (
    `<path fill="#ffffff" d="M0 0h${width}v${height}H0z"/><path fill="${accent}" d="M0 0h${width}v15H0z"/>` +
    textAt(centre, 9.7, head, { size: 6, weight: 700, fill: onAccent, spacing: 0.6 }) +
    nameAt(25.6, words.name) +
    codeAt(36, words) +
    textAt(centre, 103, words.code.toUpperCase(), { size: 6.4, weight: 700, spacing: 0.9 }) +
    textAt(centre, 108.2, paperWords.typed, { size: 3.3, fill: soft }) +
    stepsAt(115.8, steps) +
    `<path stroke="${line}" stroke-width=".3" d="M12 137.4h81"/>` +
    textAt(centre, 143.2, foot(words.community), { size: 3.7, weight: 600, fill: soft })
  );
}

const cuts =
  `<path fill="none" stroke="${line}" stroke-width=".25" stroke-dasharray="2 2" ` +
  `d="M${width} 0v${height * 2}M0 ${height}h${width * 2}"/>`;

/** A whole sheet as an SVG of its true size: prints, and is drawn to a picture, sharp at any resolution. */
export function sheetSvg(format: PosterFormat, words: PosterWords): string {
  const paper = sheetSizes[format];
  const poster = drawing(words);
  const isFour = format === 'four';
  const at = (x: number, y: number) => `<g transform="translate(${x} ${y})">${poster}</g>`;
  const inside = isFour ? [at(0, 0), at(width, 0), at(0, height), at(width, height), cuts].join('') : poster;
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" width="${paper.width}mm" height="${paper.height}mm" ` +
    `viewBox="0 0 ${isFour ? width * 2 : width} ${isFour ? height * 2 : height}" font-family="${fonts}">` +
    `${inside}</svg>`
  );
}
