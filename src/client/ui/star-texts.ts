export const starTexts = {
  stars: '评分',
  star: (count: number) => `${count} 星`,
  words: ['很不满意', '不满意', '一般', '满意', '很满意'],
} as const;
