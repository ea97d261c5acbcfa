export const filterTexts = {
  filters: '筛选',
  without: (text: string) => `不再只看${text}`,
  clear: '都不限',
  show: '看结果',
  otherKinds: '党日和其他',
} as const;
