import type { Run } from '../../contract/bulletins';
import type { Written } from '../bulletins/service';

const words = (text: string): { type: 'paragraph'; runs: Run[] } => ({ type: 'paragraph', runs: [{ text }] });
const items = (...lines: string[]) => lines.map((text): Run[] => [{ text }]);

interface DemoBulletin extends Pick<Written, 'category' | 'title' | 'source' | 'audience' | 'blocks'> {
  hoursAgo: number;
  /** Pinned for so many days from now on; null: not. */
  pinnedDays: number | null;
  /** How often it was opened, and by how many. */
  opens: number;
  readers: number;
}

const notice = words('（演示内容，具体以正式文件为准。）');

/** What the demonstration community tells its riders. */
export const demoBulletins: readonly DemoBulletin[] = [
  {
    category: 'policy',
    title: '冬天跑单，这几样保障可以申请',
    source: { name: '藕塘社区工会', url: null },
    audience: 'everyone',
    hoursAgo: 20,
    pinnedDays: 14,
    opens: 86,
    readers: 41,
    blocks: [
      {
        type: 'paragraph',
        runs: [
          { text: '天冷了，社区工会把骑手常问的几件事理了一遍。拿不准的，来' },
          { text: '驿站', href: '/stations/rider/list' },
          { text: '问一声就行。' },
        ],
      },
      { type: 'heading', level: 2, text: '能申请什么' },
      {
        type: 'list',
        isNumbered: false,
        items: items(
          '工会会员的意外互助，手机上就能加',
          '低温天气的送温暖物资，凭骑手身份领',
          '免费体检和眼科检查，名额先到先得',
        ),
      },
      { type: 'heading', level: 2, text: '怎么办' },
      {
        type: 'list',
        isNumbered: true,
        items: items('带上身份证和接单截图', '到党群服务中心工会窗口登记', '三个工作日内会打电话告诉您结果'),
      },
      {
        type: 'paragraph',
        runs: [{ text: '不用交钱，不用找人。', bold: true }, { text: '有人收费请告诉社区。' }],
      },
      notice,
    ],
  },
  {
    category: 'notice',
    title: '周六上午采莲路停水，驿站饮水照常',
    source: null,
    audience: 'everyone',
    hoursAgo: 44,
    pinnedDays: null,
    opens: 132,
    readers: 67,
    blocks: [
      words('周六 8:00 到 12:00，采莲路一带检修水管。党群服务中心驿站备了桶装水和热水，照常可以接。'),
      notice,
    ],
  },
  {
    category: 'review',
    title: '谢谢您：重阳那天，十二位骑手去看了老人',
    source: null,
    audience: 'everyone',
    hoursAgo: 30 * 24,
    pinnedDays: null,
    opens: 214,
    readers: 96,
    blocks: [
      words('送米、换灯泡、陪着聊聊天。老人们说，家里好久没这么热闹了。'),
      { type: 'divider' },
      words('下一次活动在“活动”里报名，时间算进志愿服务时长。'),
      notice,
    ],
  },
];
