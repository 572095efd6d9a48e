import { Button } from 'antd';
import { type ReactElement, useState } from 'react';
import { type DuplicateText } from '~/api/types';
import { useText } from '~/app/preferences';
import { formatDay } from '~/ui/dates';
import { RowLink } from '~/ui/row-link';
import { MergeDialog } from './merge-dialog';

/** Records that are probably of the same text as one of ours, each with its reason. */
export function DuplicateLines({
  ownId,
  duplicates,
  mayMerge,
}: {
  ownId: string;
  duplicates: readonly DuplicateText[];
  mayMerge: boolean;
}): ReactElement {
  const { register } = useText();
  const [comparing, setComparing] = useState<string | null>(null);
  return (
    <>
      <ul className="line-list">
        {duplicates.map((each) => (
          <li key={each.id}>
            <div className="proposal">
              <span>
                <RowLink href={`/legal-texts/${each.id}`}>{each.numberSymbol}</RowLink> · {each.issuer} ·{' '}
                {formatDay(each.issuedOn)}
                <br />
                <span className="quiet">
                  {register.likeness[each.likeness]} · {each.stewardName}
                </span>
              </span>
              {mayMerge ? <Button onClick={() => setComparing(each.id)}>{register.compare}</Button> : null}
            </div>
          </li>
        ))}
      </ul>
      {comparing === null ? null : (
        <MergeDialog ownId={ownId} otherId={comparing} close={() => setComparing(null)} />
      )}
    </>
  );
}
