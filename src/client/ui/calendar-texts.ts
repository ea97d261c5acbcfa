import type { CalendarAnswer } from '../platform/phone-calendar';

export const calendarTexts = {
  add: '加到手机日历',
  answers: {
    added: { title: '已加到手机日历', hint: '到时候手机会提醒您' },
    file: { title: '日历文件已经给您', hint: '点开它，就能加到手机日历' },
    refused: { title: '没有用上手机日历', hint: '可以点右上角「…」→「设置」，允许添加到日历' },
    elsewhere: { title: '微信里加不了日历', hint: '请点右上角「…」，选「在浏览器打开」后再加' },
    failed: { title: '没能加到日历', hint: '请再试一次；我们也会在开始前提醒您' },
  } satisfies Record<Exclude<CalendarAnswer, 'left'>, { title: string; hint: string }>,
} as const;
