import type { Answered, AnswerRow } from './queries';

export const purposeNames: Record<Answered, string> = {
  privacy_notice: '隐私说明',
  old_enough: '已满 14 周岁',
  position: '使用位置',
  phone: '使用手机号',
  photo_publication: '公开照片',
  share_with_merchants: '向商户提供信息',
  party_report_in: '党员报到',
  volunteer_name: '志愿者真实姓名',
};

export const stateNames: Record<AnswerRow['state'], string> = {
  given: '同意',
  refused: '不同意',
  withdrawn: '撤回同意',
};
