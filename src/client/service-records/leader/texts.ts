export const gradesTexts = {
  title: '评价志愿者',
  total: (people: number, graded: number) => `${people} 人 · 已评价 ${graded} 人`,
  everyone: '都评价好了',
  wantsMore: (duration: string) => `希望更正为 ${duration}`,
  corrections: '时长更正',
  correctionsHint: (asked: number) => (asked > 0 ? `${asked} 人等您答复` : '有人觉得时长不对时，在这里答复'),
  gradeOf: (name: string, hasGrade: boolean) => (hasGrade ? `改评价：${name}` : `评价：${name}`),
  own: '自己的这一份由同事评价',
  empty: '还没有可以评价的服务',
  emptyHint: '志愿活动收工后，时长过一会儿就记在这里。便民服务、主题党日等不记时长。',
} as const;
