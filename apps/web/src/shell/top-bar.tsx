import { useNavigate } from '@tanstack/react-router';
import { Dropdown, type MenuProps } from 'antd';
import { type ReactElement } from 'react';
import { usePreferences } from '~/app/preferences';
import { MachineLock } from '~/session/machine-lock';
import { useMe, useOpens, useSignOut, useSwitchAgency } from '~/session/me';
import { Icon } from '~/ui/icon';
import { NoticesBell } from './notices-bell';

function AgencySwitch(): ReactElement {
  const { text } = usePreferences();
  const me = useMe();
  const navigate = useNavigate();
  const switching = useSwitchAgency(() => {
    void navigate({ to: '/work' });
  });
  if (me.agencies.length < 2) return <span className="top-agency">{me.agency.name}</span>;
  const items: MenuProps['items'] = me.agencies.map((agency) => ({ key: agency.id, label: agency.name }));
  return (
    <Dropdown
      trigger={['click']}
      menu={{
        items,
        selectable: true,
        selectedKeys: [me.agency.id],
        onClick: ({ key }) => {
          if (key !== me.agency.id) switching.mutate(key);
        },
      }}
    >
      <button
        type="button"
        className="top-agency top-button"
        aria-label={`${text.shell.switchAgency}: ${me.agency.name}`}
        disabled={switching.isPending}
      >
        <span>{me.agency.name}</span>
        <Icon name="down" size={14} />
      </button>
    </Dropdown>
  );
}

type AccountKey = 'account' | 'vi' | 'en' | 'light' | 'dark' | 'out';

function useAccountMenu(): MenuProps {
  const { text, language, mode, setLanguage, setMode } = usePreferences();
  const navigate = useNavigate();
  const signOut = useSignOut(() => {
    void navigate({ to: '/sign-in' });
  });
  const acts: Record<AccountKey, () => void> = {
    vi: () => {
      setLanguage('vi');
    },
    en: () => {
      setLanguage('en');
    },
    light: () => {
      setMode('light');
    },
    dark: () => {
      setMode('dark');
    },
    account: () => {
      void navigate({ to: '/account' });
    },
    out: () => {
      signOut.mutate(undefined);
    },
  };
  return {
    selectable: true,
    multiple: true,
    selectedKeys: [language, mode],
    onClick: ({ key }) => {
      acts[key as AccountKey]();
    },
    items: [
      {
        type: 'group',
        label: text.shell.language,
        children: [
          { key: 'vi', label: text.shell.vietnamese },
          { key: 'en', label: text.shell.english },
        ],
      },
      {
        type: 'group',
        label: text.shell.theme,
        children: [
          { key: 'light', label: text.shell.light },
          { key: 'dark', label: text.shell.dark },
        ],
      },
      { type: 'divider' },
      { key: 'account', label: text.account.open },
      { key: 'out', label: text.shell.signOut },
    ],
  };
}

function Account(): ReactElement {
  const { text } = usePreferences();
  const me = useMe();
  return (
    <Dropdown trigger={['click']} menu={useAccountMenu()}>
      <button
        type="button"
        className="top-button"
        aria-label={`${text.shell.account}: ${me.person.fullName}`}
      >
        <Icon name="person" />
        <span className="top-wide">{me.person.fullName}</span>
        <Icon name="down" size={14} />
      </button>
    </Dropdown>
  );
}

export function TopBar({
  openMenu,
  openSearch,
}: {
  openMenu: () => void;
  openSearch: () => void;
}): ReactElement {
  const { text } = usePreferences();
  const seesNotices = useOpens('notices');
  return (
    <header className="top">
      <button type="button" className="top-button top-menu" onClick={openMenu} aria-label={text.shell.menu}>
        <Icon name="menu" size={22} />
      </button>
      <AgencySwitch />
      <button type="button" className="top-search" onClick={openSearch} aria-keyshortcuts="Control+K">
        <Icon name="search" size={16} />
        <span>{text.shell.search}</span>
        <kbd>{text.shell.searchKey}</kbd>
      </button>
      <div className="top-right">
        <MachineLock />
        {seesNotices ? <NoticesBell /> : null}
        <Account />
      </div>
    </header>
  );
}
