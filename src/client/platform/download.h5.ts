import type { Download } from './download';

export const download: Download = {
  isAvailable: true,
  save({ name, text, type }) {
    const url = URL.createObjectURL(new Blob([text], { type }));
    const link = document.createElement('a');
    link.href = url;
    link.download = name;
    document.body.append(link);
    link.click();
    link.remove();
    // Browsers read it after the click.
    window.setTimeout(() => URL.revokeObjectURL(url), 60_000);
  },
};
