import { Outlet, useLocation } from '@tanstack/react-router';
import { type ReactElement, useEffect, useState } from 'react';
import { useText } from '~/app/preferences';
import { ExpiredDialog } from '~/session/expired-dialog';
import { Icon } from '~/ui/icon';
import { NativeDialog } from '~/ui/native-dialog';
import { Toasts } from '~/ui/toast';
import { Rail } from './rail';
import { SearchDialog } from './search-dialog';
import { TopBar } from './top-bar';

function useSearchKey(open: () => void): void {
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      if (!(event.ctrlKey || event.metaKey) || event.key.toLowerCase() !== 'k') return;
      event.preventDefault();
      open();
    };
    window.addEventListener('keydown', onKey);
    return () => {
      window.removeEventListener('keydown', onKey);
    };
  }, [open]);
}

function RailDrawer({ open, close }: { open: boolean; close: () => void }): ReactElement {
  const text = useText();
  return (
    <NativeDialog open={open} close={close} label={text.shell.navigation} className="rail-drawer">
      <button type="button" className="rail-close" onClick={close} aria-label={text.shell.closeMenu}>
        <Icon name="close" size={22} />
      </button>
      <Rail onChoose={close} />
    </NativeDialog>
  );
}

/** Frame around every screen of a signed-in person. */
export function Shell(): ReactElement {
  const text = useText();
  const [menu, setMenu] = useState(false);
  const [search, setSearch] = useState(false);
  const { pathname } = useLocation();
  useSearchKey(() => {
    setSearch(true);
  });
  useEffect(() => {
    window.scrollTo(0, 0);
  }, [pathname]);
  return (
    <div className="shell">
      <a className="skip" href="#main">
        {text.shell.skip}
      </a>
      <div className="shell-rail">
        <Rail />
      </div>
      <RailDrawer
        open={menu}
        close={() => {
          setMenu(false);
        }}
      />
      <div className="shell-body">
        <TopBar
          openMenu={() => {
            setMenu(true);
          }}
          openSearch={() => {
            setSearch(true);
          }}
        />
        <main id="main" className="main" tabIndex={-1}>
          <Outlet />
        </main>
      </div>
      <SearchDialog
        open={search}
        close={() => {
          setSearch(false);
        }}
      />
      <ExpiredDialog />
      <Toasts />
    </div>
  );
}
