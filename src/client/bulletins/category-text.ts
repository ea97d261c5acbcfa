import type { BulletinAudience, BulletinCategory } from '../../contract/bulletins';

export const categoryTexts: Record<BulletinCategory, string> = {
  policy: '政策',
  welfare: '保障',
  notice: '通知',
  review: '活动回顾',
};

/** For whom, where it is not for everyone. */
export const audienceTexts: Record<BulletinAudience, string> = {
  everyone: '所有人可见',
  riders: '骑手可见',
  grid_members: '流动网格员可见',
};
