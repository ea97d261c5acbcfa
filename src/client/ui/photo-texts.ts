export const uploadTexts = { missing: '这张照片在手机里找不到了，请重新拍一张' } as const;

export const photoTexts = {
  take: '拍照',
  choose: '从相册选',
  add: '拍照或选照片',
  uploading: '上传中',
  remove: (index: number) => `删掉第 ${index} 张`,
  alt: (index: number) => `第 ${index} 张照片`,
  refused: '换一张',
  unreadable: '有一张打不开，请换一张',
  full: '手机存储满了，照片存不下。清理一些再试。',
  noCamera: '没有拿到相机或相册的权限。可以在系统设置里打开，再回来拍。',
} as const;

export const replyTexts = { photos: '补几张照片（可不拍）' } as const;
