import { Image } from '@tarojs/components';
import { useMemo } from 'react';
import { qrPath, svgUrl } from './qr-path';
import { semantics } from './semantics';
import './qr-code.scss';

/** Dark on light in both themes: scanners want it so. */
const dark = '#1a1714';
const light = '#ffffff';
const quietZone = 4;

function pictureOf(text: string): string {
  const { path, size } = qrPath(text, 'M');
  const whole = size + 2 * quietZone;
  return svgUrl(
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="${-quietZone} ${-quietZone} ${whole} ${whole}" ` +
      `shape-rendering="crispEdges"><path fill="${light}" d="M${-quietZone} ${-quietZone}h${whole}v${whole}h${-whole}z"/>` +
      `<path fill="${dark}" d="${path}"/></svg>`,
  );
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
