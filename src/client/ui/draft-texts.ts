/** What is still on the phone: how it stands. */
export const draftTexts = {
  title: '还在手机里的',
  untitled: '还没选类别',
  draft: '草稿',
  draftHint: '还没提交，点开接着写',
  waiting: '待发送',
  waitingHint: '马上就发',
  offline: '等网络',
  offlineHint: '联网后自动发送，不用再来一次',
  checking: '等社区回话',
  checkingHint: '可能已经送到，联网后自动核对，不会变成两条',
  signIn: '等登录',
  signInHint: '登录后自动发送',
  photo: (index: number, all: number) => `正在传第 ${index} 张，共 ${all} 张`,
  sending: '正在提交',
  refused: '被退回',
  photos: (count: number) => `${count} 张照片`,
  send: '现在发送',
  remove: '删除',
  removeAsk: '删除这条草稿？',
  removeHint: '照片和文字都会从这台手机上删掉，找不回来。',
  removeAskedHint: '它可能已经送到社区。删掉的只是这台手机上的这一份。',
} as const;

/** Below what is being written. */
export const writingTexts = {
  submit: '提交',
  again: '重新提交',
  kept: '每一步都已存在这台手机里',
  notKept: '手机存储满了，关掉后这条会丢',
  missing: (what: readonly string[]) => `还差：${what.join('、')}`,
  locked: '这条正在送，等社区回话后才能改',
  lockedHint: '可能已经送到了。现在改，会变成两条。',
  refusedTitle: '被退回了',
  refusedHint: '改好后可以重新提交。',
  gone: '这条草稿已经不在了',
  goneHint: '可能已经提交，或者删掉了',
} as const;
