import { createRequire } from 'node:module';
import { readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import PdfDocument from 'pdfkit';
import type { Certificate } from '../../contract/certificates';
import { durationText } from '../../contract/service-records';
import { gradeNames } from '../service-records/service';
import { drawQr } from './qr';
import { paperTexts as texts, stateNames } from './texts';

type Document = PDFKit.PDFDocument;

/** Points: A4 is 595 × 842. */
const margin = 52;
const width = 595.28 - 2 * margin;
const bottom = 841.89 - 64;
const padding = 6;
const ink = '#1f1a17';
const faint = '#6b625c';
const line = '#cfc7c0';
const stateInk = {
  platform: '#6b625c',
  sealed: '#b3261e',
  superseded: '#8a5a00',
  revoked: '#b3261e',
} as const;

const columns = [78, 178, 118, 77, 40] as const;

/** Noto Sans for Chinese (OFL), whole: every character a name can have; what is used of it goes into the paper. */
const fontFolder = join(dirname(createRequire(import.meta.url).resolve('@embedpdf/fonts-sc')), '../fonts');
const fontOf = (weight: 'Regular' | 'Bold') => readFile(join(fontFolder, `NotoSansHans-${weight}.otf`));
const fonts = Promise.all([fontOf('Regular'), fontOf('Bold')]);

function drawState(page: Document, { state }: Certificate): void {
  const name = stateNames[state];
  page.font('bold').fontSize(11);
  const wide = page.widthOfString(name) + 20;
  const [left, top] = [margin + width - wide, margin - 8];
  page.roundedRect(left, top, wide, 24, 4).lineWidth(1.2).stroke(stateInk[state]);
  page.fillColor(stateInk[state]).text(name, left, top + 5, { width: wide, align: 'center' });
}

function drawHead(page: Document, certificate: Certificate): void {
  drawState(page, certificate);
  page.font('bold').fontSize(22).fillColor(ink);
  page.text(texts.title, margin, margin + 34, { width, align: 'center' });
  page.font('body').fontSize(10).fillColor(faint);
  page.text(texts.number(certificate.number), { width, align: 'center' });
  page.moveDown(1.2);
}

/** A row of texts side by side, as high as the highest; begins a new page where there is no room. */
function drawRow(
  page: Document,
  cells: readonly string[],
  widths: readonly number[],
  isHeading = false,
): void {
  page.font(isHeading ? 'bold' : 'body').fontSize(9.5);
  const heights = cells.map((cell, at) =>
    page.heightOfString(cell || ' ', { width: (widths[at] ?? 0) - 2 * padding }),
  );
  const height = Math.max(...heights) + 2 * padding;
  if (page.y + height > bottom) {
    page.addPage();
    page.y = margin;
  }
  const top = page.y;
  let left = margin;
  for (const [at, cell] of cells.entries()) {
    const wide = widths[at] ?? 0;
    if (isHeading) page.rect(left, top, wide, height).fill('#f4efe9');
    page.rect(left, top, wide, height).lineWidth(0.6).stroke(line);
    page.fillColor(ink).text(cell, left + padding, top + padding, { width: wide - 2 * padding });
    left += wide;
  }
  page.x = margin;
  page.y = top + height;
}

const factWidths = [96, width - 96] as const;

function drawFacts(page: Document, certificate: Certificate): void {
  const { name, isRealName, volunteerNumber, from, to, minutes, times } = certificate;
  const facts = [
    [isRealName ? texts.name : texts.nickname, name],
    [texts.volunteerNumber, volunteerNumber],
    [texts.identity, texts.identityHint],
    [texts.span, `${from} — ${to}`],
    [texts.total, texts.totalOf(durationText(minutes), times)],
  ];
  for (const fact of facts) drawRow(page, fact, factWidths);
  page.y += 14;
}

function drawRecords(page: Document, { records }: Certificate): void {
  drawRow(page, texts.headings, columns, true);
  for (const { servedOn, content, place, minutes, grade } of records)
    drawRow(page, [servedOn, content, place, durationText(minutes), grade ? gradeNames[grade] : ''], columns);
}

function statementOf({ state, sealNumber, sealedAt, revokeReason }: Certificate): string {
  if (state === 'revoked') return texts.revoked(revokeReason ?? '');
  if (state === 'superseded') return texts.superseded;
  if (state === 'sealed') return texts.sealed(sealNumber ?? '', sealedAt?.slice(0, 10) ?? '');
  return texts.platform;
}

const footHeight = 190;
const qrSize = 96;

function drawFoot(page: Document, certificate: Certificate): void {
  if (page.y + footHeight > bottom) {
    page.addPage();
    page.y = margin;
  }
  const top = page.y + 20;
  const left = margin + width - qrSize;
  drawQr(page, certificate.verifyUrl, { left, top, size: qrSize });
  const { issuer, head, handler, contact, issuedAt } = certificate;
  const lines = [
    [texts.issuer, issuer],
    [texts.head, head || texts.blank],
    [texts.handler, handler ?? texts.blank],
    [texts.contact, contact || texts.blank],
    [texts.date, issuedAt.slice(0, 10)],
  ] as const;
  page.y = top;
  page.font('body').fontSize(10.5).fillColor(ink);
  for (const [label, value] of lines)
    page.text(`${label}：${value}`, margin, page.y, { width: width - qrSize - 24, lineGap: 5 });
  page.y = Math.max(page.y, top + qrSize) + 8;
  page.fontSize(9).fillColor(faint);
  page.text(texts.verify, margin, page.y, { width, align: 'right' });
  page.text(texts.code(certificate.code.toUpperCase()), { width, align: 'right' });
  page.moveDown(0.8).fillColor(stateInk[certificate.state]).text(statementOf(certificate), { width });
  page.fillColor(faint).text(texts.law, { width });
}

/** On every page, once all are there. */
function drawPageNumbers(page: Document): void {
  const { count } = page.bufferedPageRange();
  page.font('body').fontSize(8.5).fillColor(faint);
  for (let at = 0; at < count; at += 1) {
    page.switchToPage(at);
    // Below the margin a text would begin another page.
    page.page.margins.bottom = 0;
    page.text(texts.page(at + 1, count), margin, 841.89 - 44, { width, align: 'center' });
  }
}

/** A4, with its font inside, in some 60 KB; takes some 200 ms of a processor, so a thread of its own makes it (`papers.ts`). */
export async function paperOf(certificate: Certificate): Promise<Buffer> {
  const [body, bold] = await fonts;
  const info = { Title: `${texts.title} ${certificate.number}`, Author: certificate.issuer };
  const margins = { top: margin, left: margin, right: margin, bottom: 56 };
  const page = new PdfDocument({ size: 'A4', margins, info, lang: 'zh-CN', bufferPages: true });
  page.registerFont('body', body);
  page.registerFont('bold', bold);
  drawHead(page, certificate);
  drawFacts(page, certificate);
  drawRecords(page, certificate);
  drawFoot(page, certificate);
  drawPageNumbers(page);
  page.end();
  return buffer(page);
}
