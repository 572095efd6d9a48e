import { Button, Checkbox, Popover } from 'antd';
import { type ReactElement } from 'react';
import { useKeptWords } from '~/app/kept';
import { useText } from '~/app/preferences';
import { useMe } from '~/session/me';
import { chosenColumns, keptAfter } from './columns';
import { type Column } from './list-table';

/** The columns of a list as this person wants them, and the button that changes them. */
export function useColumns<Row>(
  list: string,
  columns: readonly Column<Row>[],
): { shown: Column<Row>[]; chooser: ReactElement } {
  const { search } = useText();
  const [kept, keep] = useKeptWords(`columns.${useMe().person.id}.${list}`);
  const { shown, ordered } = chosenColumns(columns, kept);
  const change = (key: string, to: 'toggle' | 'up' | 'down'): void =>
    keep(keptAfter(ordered, shown, { key, to }));
  const chooser = (
    <Popover
      trigger="click"
      placement="bottomRight"
      content={
        <ul className="plain-list column-chooser">
          {ordered.map(({ key, title, main }, at) => (
            <li key={key}>
              <Checkbox
                checked={shown.some((each) => each.key === key)}
                disabled={main === true}
                onChange={() => change(key, 'toggle')}
              >
                {title}
              </Checkbox>
              <Button
                size="small"
                type="text"
                disabled={at === 0}
                aria-label={search.columnUp(title)}
                onClick={() => change(key, 'up')}
              >
                ↑
              </Button>
              <Button
                size="small"
                type="text"
                disabled={at === ordered.length - 1}
                aria-label={search.columnDown(title)}
                onClick={() => change(key, 'down')}
              >
                ↓
              </Button>
            </li>
          ))}
        </ul>
      }
    >
      <Button>{search.columns}</Button>
    </Popover>
  );
  return { shown, chooser };
}
