export const shareTexts = {
  tab: (title: string) => `${title} · 暖新`,
  copied: '网址已复制，可以发给别人了',
  notCopied: '没能复制，请长按地址栏复制',
} as const;
