import { createPortal } from 'react-dom';
import { svgUrl } from '../../ui/qr-path';
import type { PosterSheetsProps } from './poster-sheets';
import './poster-sheets.scss';

/** Beside the app, which is left out of print as a whole. */
export function PosterSheets({ svg, paper }: PosterSheetsProps) {
  return createPortal(
    <div className={`poster-sheet poster-sheet--${paper}`} aria-hidden="true">
      <img className="poster-sheet__picture" alt="" src={svgUrl(svg)} />
    </div>,
    document.body,
  );
}
