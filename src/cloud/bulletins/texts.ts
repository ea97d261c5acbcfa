export const signInText = '登录后才能看这一篇';
export const withdrawnText = (reason: string) => `这一篇已经撤下了。原因：${reason}`;
export const changedText = (version: number) => `别人已经改到第 ${version} 版，请先看看再改`;
export const titleText = '请写一个标题';
export const sourceText = '来源的链接要以 http:// 或 https:// 开头';
export const sourceNameText = '请写一下来源的名字';
