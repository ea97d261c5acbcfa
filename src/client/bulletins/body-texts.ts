export const bodyTexts = {
  missing: '这张图片看不到了',
  zoom: (alt: string) => `${alt}，点开看大图`,
  copied: '网址已复制，请到浏览器里打开',
  notCopied: '没能复制，请稍后再试',
} as const;
