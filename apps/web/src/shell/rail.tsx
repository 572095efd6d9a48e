import { Link, useLocation } from '@tanstack/react-router';
import { type ReactElement } from 'react';
import { useText } from '~/app/preferences';
import { useMe } from '~/session/me';
import { Icon } from '~/ui/icon';
import { Mark } from './mark';
import { PinnedViews } from './pinned-views';
import { isWithin, type Section, sectionsFor } from './sections';
import { useDraftOpen } from './use-draft-open';

function WorkCount(): ReactElement | null {
  const text = useText();
  const { work, overdue } = useMe().counters;
  if (work === 0) return null;
  const shown = overdue > 0 ? overdue : work;
  const label =
    overdue > 0 ? `${text.shell.openWork(work)}, ${text.shell.overdue(overdue)}` : text.shell.openWork(work);
  return (
    <span
      className={overdue > 0 ? 'rail-count rail-count-overdue' : 'rail-count'}
      title={label}
      aria-label={label}
    >
      {shown > 99 ? '99+' : shown}
    </span>
  );
}

function RailLink({
  section,
  current,
  onChoose,
}: {
  section: Section;
  current: boolean;
  onChoose?: () => void;
}): ReactElement {
  const text = useText();
  return (
    <li>
      <Link
        to={section.to}
        className={current ? 'rail-link rail-link-current' : 'rail-link'}
        aria-current={current ? 'page' : undefined}
        onClick={onChoose}
      >
        <Icon name={section.icon} size={19} />
        <span className="rail-word">{text.shell.rail[section.key]}</span>
        {section.key === 'work' ? <WorkCount /> : null}
      </Link>
    </li>
  );
}

export function Rail({ onChoose }: { onChoose?: () => void }): ReactElement {
  const text = useText();
  const { pathname } = useLocation();
  const me = useMe();
  const draftOpen = useDraftOpen();
  const isCurrent = (section: Section): boolean =>
    draftOpen ? section.key === 'drafting' : isWithin(section, pathname);
  return (
    <nav className="rail" aria-label={text.shell.navigation}>
      <div className="rail-head">
        <Mark />
        <div>
          <div className="rail-product">{text.shell.product}</div>
          <div className="rail-agency">{me.agency.shortName}</div>
        </div>
      </div>
      <ul className="rail-list">
        {sectionsFor(me.permissions).map((section) => (
          <RailLink key={section.key} section={section} current={isCurrent(section)} onChoose={onChoose} />
        ))}
      </ul>
      <PinnedViews />
    </nav>
  );
}
