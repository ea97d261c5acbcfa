import { View } from '@tarojs/components';
import { instantText } from '../../ui/dates';
import { Heading } from '../../ui/heading';
import { semantics } from '../../ui/semantics';
import { reportActionTexts, reportActorTexts } from '../report-text';
import type { ShownTask } from './shown-task';
import './task-history.scss';
import { taskTexts as texts } from './texts';

function Entry({ entry }: { entry: ShownTask['history'][number] }) {
  const { action, by, person, receiver, until, words, at } = entry;
  const more = [receiver && texts.receiver(receiver), until && texts.until(instantText(until))];
  const said = [...more, words].flatMap((line) => line || []);
  return (
    <View className="task-history__one" {...semantics({ role: 'listitem' })}>
      <View className="task-history__what">{reportActionTexts[action]}</View>
      <View className="hint">{`${instantText(at)} · ${person ?? reportActorTexts[by]}`}</View>
      {said.map((line) => (
        <View key={line} className="task-history__said">
          {line}
        </View>
      ))}
    </View>
  );
}

/** What was done so far and said with it, the newest first. */
export function TaskHistory({ entries }: { entries: ShownTask['history'] }) {
  if (entries.length === 0) return null;
  return (
    <View className="card task-history">
      <Heading level={2}>{texts.history}</Heading>
      <View {...semantics({ role: 'list' })}>
        {entries.map((entry) => (
          <Entry key={entry.id} entry={entry} />
        ))}
      </View>
    </View>
  );
}
