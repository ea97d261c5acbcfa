/** Words of every map. */
export const mapTexts = {
  loading: '正在准备地图',
  failed: '地图没有加载出来',
  schematic: '社区街区示意图，不作导航使用',
  tianditu: '天地图',
  zoomIn: '放大',
  zoomOut: '缩小',
} as const;
