import { QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { ConfigProvider } from 'antd';
import enUS from 'antd/es/locale/en_US';
import viVN from 'antd/es/locale/vi_VN';
import { type ReactElement, useMemo } from 'react';
import { antdThemeOf } from '~/theme/theme';
import { PreferencesProvider, usePreferences } from './preferences';
import { queryClient } from './query-client';
import { router } from './router';

function Themed(): ReactElement {
  const { mode, language } = usePreferences();
  const theme = useMemo(() => antdThemeOf(mode), [mode]);
  return (
    <ConfigProvider
      theme={theme}
      locale={language === 'vi' ? viVN : enUS}
      button={{ autoInsertSpace: false }}
    >
      <QueryClientProvider client={queryClient}>
        <RouterProvider router={router} />
      </QueryClientProvider>
    </ConfigProvider>
  );
}

export function App(): ReactElement {
  return (
    <PreferencesProvider>
      <Themed />
    </PreferencesProvider>
  );
}
