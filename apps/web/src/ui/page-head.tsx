import { Link } from '@tanstack/react-router';
import { type ReactElement, type ReactNode, useEffect, useRef } from 'react';
import { useText } from '~/app/preferences';

interface PageHeadProps {
  title: string;
  note?: ReactNode;
  actions?: ReactNode;
  children?: ReactNode;
}

export function usePageTitle(title: string): void {
  const text = useText();
  useEffect(() => {
    document.title = title === '' ? text.shell.product : `${title} · ${text.shell.product}`;
  }, [title, text]);
}

export function PageHead({ title, note, actions, children }: PageHeadProps): ReactElement {
  usePageTitle(title);
  return (
    <div className="page-head">
      <div className="page-head-line">
        <div>
          <h1>{title}</h1>
          {note === undefined ? null : <p className="page-note">{note}</p>}
        </div>
        {actions === undefined ? null : <div className="page-actions">{actions}</div>}
      </div>
      {children}
    </div>
  );
}

export interface TabLink {
  to: string;
  label: string;
}

/** Tabs that are addresses: they can be bookmarked and opened in a new window. */
export function TabLinks({ tabs, label }: { tabs: TabLink[]; label: string }): ReactElement {
  const row = useRef<HTMLElement>(null);
  useEffect(() => {
    // On a telephone the row is wider than the screen: it opens on the tab that is shown.
    row.current?.querySelector('.tab-link-current')?.scrollIntoView({ block: 'nearest', inline: 'center' });
  }, []);
  return (
    <nav ref={row} className="tab-links" aria-label={label}>
      {tabs.map((tab) => (
        <Link
          key={tab.to}
          to={tab.to}
          className="tab-link"
          activeProps={{ className: 'tab-link tab-link-current' }}
          activeOptions={{ exact: true, includeSearch: false }}
        >
          {tab.label}
        </Link>
      ))}
    </nav>
  );
}
