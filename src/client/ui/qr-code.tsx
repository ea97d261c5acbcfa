import { Image } from '@tarojs/components';
import qrcode from 'qrcode-generator';
import { useMemo } from 'react';
import { semantics } from './semantics';
import './qr-code.scss';

/** Dark on light in both themes: scanners want it so. */
const dark = '#1a1714';
const light = '#ffffff';
const quietZone = 4;

function pictureOf(text: string): string {
  const code = qrcode(0, 'M');
  code.addData(text);
  code.make();
  const count = code.getModuleCount();
  let path = '';
  for (let row = 0; row < count; row += 1)
    for (let column = 0; column < count; column += 1)
      if (code.isDark(row, column)) path += `M${column + quietZone} ${row + quietZone}h1v1h-1z`;
  const size = count + 2 * quietZone;
  const svg =
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${size} ${size}" shape-rendering="crispEdges">` +
    `<path fill="${light}" d="M0 0h${size}v${size}H0z"/><path fill="${dark}" d="${path}"/></svg>`;
  return `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`;
}

export function QrCode({ text, label }: { text: string; label: string }) {
  const picture = useMemo(() => pictureOf(text), [text]);
  return (
    <Image
      className="qr-code"
      src={picture}
      mode="aspectFit"
      imgProps={{ alt: label }}
      {...semantics({ 'aria-label': label })}
    />
  );
}
