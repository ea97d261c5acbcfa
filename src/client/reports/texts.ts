export const uploadTexts = { missing: '这张照片在手机里找不到了，请重新拍一张' } as const;
