export const scanTexts = {
  title: '扫站点或店里的二维码',
  close: '关闭',
  openingWechat: '正在打开微信扫一扫…',
  starting: '正在打开摄像头…',
  aim: '把二维码放进框里，会自动识别',
  refused: '没有用上摄像头。可以在浏览器设置里允许使用，也可以选一张照片，或直接输入编号',
  unavailable: '这台设备用不了摄像头，请选一张照片，或直接输入编号',
  noDecoder: '识别功能没有加载成功，请直接输入编号',
  album: '从相册选照片',
  notFound: '照片里没有找到二维码，换一张清楚些的试试',
  typed: '输入编号',
  typedHint: '二维码下面的 10 位编号',
  done: '确定',
} as const;

export const frameTexts = { tabs: '主要页面' } as const;
