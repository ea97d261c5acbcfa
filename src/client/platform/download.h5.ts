import type { Download } from './download';

function saveBlob(name: string, blob: Blob): void {
  const url = URL.createObjectURL(blob);
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  document.body.append(link);
  link.click();
  link.remove();
  // Browsers read it after the click.
  window.setTimeout(() => URL.revokeObjectURL(url), 60_000);
}

export const download: Download = {
  isAvailable: true,
  save: ({ name, text, type }) => saveBlob(name, new Blob([text], { type })),
  async handOver({ name, contentType, file }) {
    const bytes = Uint8Array.from(atob(file), (letter) => letter.charCodeAt(0));
    saveBlob(name, new Blob([bytes], { type: contentType }));
    return true;
  },
};
