import {
  activityGroups,
  activityKindNames,
  activityKinds,
  type ActivityGroup,
  type ActivityKind,
} from '../../contract/activities';
import { Chips } from '../ui/chips';
import { activityGroupTexts, activityKindTexts } from './activity-text';
import { FilterPart } from './filter-row';
import { filterTexts as texts } from './filter-texts';

const kindsIn = (group: ActivityGroup) =>
  activityKindNames.filter((kind) => activityKinds[kind].group === group);

/** Groups of one kind say no more than it does. */
const large = activityGroups.filter((group) => kindsIn(group).length > 1);
const single = activityGroups.filter((group) => kindsIn(group).length === 1);

const options = (kinds: readonly ActivityKind[]) =>
  kinds.map((value) => ({ value, text: activityKindTexts[value] }));

interface KindPartsProps {
  kind: ActivityKind | null;
  onChange: (kind: ActivityKind | null) => void;
}

/** One kind of all, group by group; the one that is chosen is let go by touching it again. */
export function KindParts({ kind, onChange }: KindPartsProps) {
  const choose = (next: ActivityKind | '') => onChange(next === '' || next === kind ? null : next);
  return (
    <>
      {large.map((group) => (
        <FilterPart key={group} title={activityGroupTexts[group]}>
          <Chips
            label={activityGroupTexts[group]}
            value={kind ?? ''}
            options={options(kindsIn(group))}
            onChange={choose}
          />
        </FilterPart>
      ))}
      <FilterPart title={texts.otherKinds}>
        <Chips
          label={texts.otherKinds}
          value={kind ?? ''}
          options={options(single.flatMap(kindsIn))}
          onChange={choose}
        />
      </FilterPart>
    </>
  );
}
