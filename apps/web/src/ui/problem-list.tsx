import { Button } from 'antd';
import { type ReactElement } from 'react';
import { type ProblemView } from '~/api/types';
import { useText } from '~/app/preferences';
import { Icon } from './icon';

const ORDER = { error: 0, warning: 1, information: 2 } as const;

/** What does not agree in a document, worst first, each with its place. */
export function ProblemList({
  problems,
  onPage,
}: {
  problems: readonly ProblemView[];
  /** Opens the page at which a problem stands, where pages are shown beside the list. */
  onPage?: (page: number) => void;
}): ReactElement | null {
  const { common, procedure } = useText();
  if (problems.length === 0) return null;
  const sorted = [...problems].sort((a, b) => ORDER[a.level] - ORDER[b.level]);
  return (
    <ul className="problems">
      {sorted.map((problem, index) => (
        <li key={`${problem.code}-${index}`} className={`problem-item problem-item-${problem.level}`}>
          <Icon name={problem.level === 'information' ? 'info' : 'alert'} size={17} />
          <div>
            <strong>{common.level[problem.level]}:</strong> {problem.message}
            {problem.where === null ? null : <span className="problem-where">{problem.where}</span>}
            {onPage === undefined || problem.page == null ? null : (
              <Button className="problem-go" size="small" onClick={() => onPage(problem.page ?? 1)}>
                {procedure.goTo(problem.page)}
              </Button>
            )}
          </div>
        </li>
      ))}
    </ul>
  );
}
