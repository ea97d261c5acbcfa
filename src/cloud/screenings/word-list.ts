import type { WordCategory } from '../../contract/screenings';

const listed = (words: string): readonly string[] => words.trim().split(/\s+/);

/**
 * What a person looks at before others see it. Small letters, half width, simplified, without spaces.
 * Ours and kept short: the lists that can be had block 客服, 招聘 and 技师. What goes in are words that abuse or offer,
 * never those by which somebody reports a hazard or a crime (消防, 法院, 聚众赌博, 食物中毒), and none that two ordinary words
 * make where they meet (路口交通, 支援交警, 长春药房, 黄网格线): the tests hold some of those.
 * A community adds its own, and allows what bothers it.
 */
export const wordList: readonly (readonly [WordCategory, readonly string[]])[] = [
  [
    'abuse',
    listed(`
      傻逼 傻b 煞笔 傻屌 沙雕玩意 脑残 智障玩意 弱智东西 王八蛋 王八羔子 狗日的 狗娘养的 狗杂种 小杂种 贱人 贱货 婊子
      臭婊子 草泥马 操你妈 操你娘 操尼玛 艹你妈 草你妈 日你妈 干你娘 干你妈 肏你妈 你妈逼 尼玛逼 妈了个逼 妈的逼 他妈逼
      你妈死了 死全家 全家死光 全家暴毙 去死吧你 滚你妈 滚犊子 妈卖批 麻辣隔壁 龟孙子 龟儿子 瘪犊子 臭傻逼 死瘸子 死残废
      乡巴佬 臭要饭的 臭送外卖的 死外卖员 nmsl cnm tmd sb nmb wcnm fuck bitch motherfucker
    `),
  ],
  [
    'porn',
    listed(`
      约炮 裸聊 裸贷 看黄片 av女优 成人电影 成人视频 成人网站 色情网 色情视频 色情直播 色情服务 情色片 三级片 无码视频 肛交
      特殊服务上门 上门服务小姐 卖淫 嫖娼价格 一夜情 性伴侣 性奴 换妻 乱伦 鸡巴 鸡吧 阴茎 骚逼 骚货 淫荡 淫乱 强奸视频 迷奸
      买春药 卖春药 出春药 催情 迷药 偷拍视频 裙底偷拍 萝莉资源 未成年资源 porn pornhub xvideos
    `),
  ],
  [
    'gambling',
    listed(`
      网上赌场 网络赌场 网路赌场 澳门赌场 线上赌场 赌博网站 赌球 赌马网 博彩 网络博彩 六合彩 时时彩 北京赛车 幸运飞艇 快三计划
      捕鱼达人上分 斗牛上分 棋牌上分 上分下分 押大小 买马网 一码中特 包赢 稳赚不赔 真人荷官 开户送彩金 领彩金 首存送 注册送钱
      网投平台 高赔率 外围投注 外围盘口 皇冠体育 葡京娱乐 金沙娱乐
    `),
  ],
  [
    'drugs',
    listed(`
      冰毒 海洛因 可卡因 摇头丸 k粉 麻古 卖大麻 出大麻 大麻烟 氯胺酮 甲基苯丙胺 杜冷丁 出笑气 卖笑气 邮票毒品 聪明药 听话水
      乖乖水 上头电子烟 罂粟壳 罂粟籽 鸦片 迷幻蘑菇 致幻蘑菇 芬太尼 三唑仑 代购处方药 出售处方药
    `),
  ],
  [
    'fraud',
    listed(`
      刷单返利 兼职刷单 刷单兼职 刷信誉 日赚千元 日入过千 月入过万在家 躺赚 网赚 零投入高回报 高额返利 保本高息 内幕消息股 带单喊单
      无抵押贷款 黑户贷款 征信修复 征信洗白 秒下款 信用卡套现 花呗套现 白条套现 代还信用卡 信用卡提额 代开发票 代开票据 办假证
      代办证件 假文凭 出售身份证 收购银行卡 出租银行卡 收微信号 租微信号 跑分 卖个人信息 出售个人信息 手机定位查人 查开房
      私家侦探 复制手机卡 窃听器 监听软件 代孕 卖肾 加微信领 加群领红包 加我领红包 点击领取红包 扫码领红包 免费领手机 原味内衣
    `),
  ],
  [
    'violence',
    listed(`
      出售枪支 卖枪 枪支出售 仿真枪出售 气枪出售 气枪配件 猎枪出售 手枪出售 子弹出售 出售子弹 铅弹 雷管出售 出售雷管 炸药配方
      炸药制作 自制炸药 制作炸弹 炸弹制作 自制炸弹 土制炸弹 燃烧瓶制作 砍死你 弄死你 杀了你 杀你全家 打死你 捅死你 烧死你们
      炸了你们 灭你满门 雇凶 买凶 杀手雇佣 恐怖袭击教程 圣战 伊斯兰国 isis 人肉炸弹
    `),
  ],
];
