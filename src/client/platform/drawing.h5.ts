import type { Drawing } from './drawing';

export const drawing: Drawing = {
  async pngOf(svg, { width, height }) {
    try {
      const picture = new Image();
      picture.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`;
      await picture.decode();
      const canvas = document.createElement('canvas');
      Object.assign(canvas, { width, height });
      canvas.getContext('2d')?.drawImage(picture, 0, 0, width, height);
      return canvas.toDataURL('image/png').split(',')[1] || null;
    } catch {
      return null;
    }
  },
};
