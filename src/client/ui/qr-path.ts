import qrcode from 'qrcode-generator';

interface QrPath {
  /** Of an SVG, one unit a module, without the quiet zone around it. */
  readonly path: string;
  /** Modules in a row. */
  readonly size: number;
}

/** A code as a path; `H` is still read with a third of it gone, `M` is smaller. */
export function qrPath(text: string, correction: 'M' | 'H'): QrPath {
  const code = qrcode(0, correction);
  code.addData(text);
  code.make();
  const size = code.getModuleCount();
  let path = '';
  for (let row = 0; row < size; row += 1)
    for (let column = 0; column < size; column += 1)
      if (code.isDark(row, column)) path += `M${column} ${row}h1v1h-1z`;
  return { path, size };
}

/** As an address that an image takes. */
export const svgUrl = (svg: string): string => `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`;
