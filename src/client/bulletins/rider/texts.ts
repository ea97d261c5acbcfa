export const listTexts = {
  title: '政策通知',
  search: '找政策通知',
  searchPlaceholder: '津贴、社保、停水…',
  category: '类别',
  all: '全部',
  pinned: '置顶',
  unread: '没看过',
  photo: '配图',
  empty: '还没有发布内容',
  emptyHint: '社区的政策、通知会出现在这里',
  emptyCategory: '这一类还没有内容',
  emptyCategoryHint: '看看别的类别',
  nothing: (words: string) => `没有找到“${words}”`,
  nothingHint: '换个词，或者写短一点再找',
} as const;

export const detailTexts = {
  title: '政策通知',
  edited: (time: string) => `${time} 更新过`,
  source: (name: string) => `来源：${name}`,
  share: '转发给别人',
  shareHint: '转给用得上的骑友',
  more: '看更多政策通知',
  gone: '这一篇已经撤下了',
  signIn: '登录后看这一篇',
  signInHint: '这一篇只给社区的骑手看',
  toSignIn: '去登录',
} as const;
