export const gradeTexts = {
  grade: '评价',
  regrade: '改评价',
  gradeTitle: (name: string) => `评价${name}的这次服务`,
  gradeHint: '志愿者本人看得到，也会写进证明。',
  gradeLabel: '等次',
  wordsLabel: '评语（可不写）',
  wordsPlaceholder: '例如：耐心细致，一直干到最后',
  save: '保存评价',
  saved: '评价保存好了',
  gone: '已注销的志愿者',
  byPlan: '按计划时间记',
} as const;
