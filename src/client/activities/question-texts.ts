export const questionTexts = {
  optional: (question: string) => `${question}（选填）`,
  yes: '是',
  no: '否',
  required: '这一项要填',
} as const;
