import qrcode from 'qrcode-generator';

interface Place {
  left: number;
  top: number;
  /** Points of a side, without the quiet zone. */
  size: number;
}

/** As vectors, so that it is sharp on every printer. */
export function drawQr(page: PDFKit.PDFDocument, text: string, { left, top, size }: Place): void {
  const code = qrcode(0, 'M');
  code.addData(text);
  code.make();
  const count = code.getModuleCount();
  const side = size / count;
  for (let row = 0; row < count; row += 1) {
    for (let column = 0; column < count; column += 1)
      if (code.isDark(row, column)) page.rect(left + column * side, top + row * side, side, side);
  }
  page.fill('#000000');
}
