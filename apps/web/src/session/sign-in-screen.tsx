import { useQuery } from '@tanstack/react-query';
import { useSearch } from '@tanstack/react-router';
import { type ReactElement, useEffect } from 'react';
import { api } from '~/api/client';
import { type MachineHereView } from '~/api/types';
import { usePreferences } from '~/app/preferences';
import { type Language } from '~/i18n/language';
import { Mark } from '~/shell/mark';
import { useGo } from '~/ui/use-go';
import { LOCK_PATH } from './machine-lock';
import { SignInForm } from './sign-in-form';

function LanguageChoice(): ReactElement {
  const { language, setLanguage, text } = usePreferences();
  const choices: [Language, string][] = [
    ['vi', text.shell.vietnamese],
    ['en', text.shell.english],
  ];
  return (
    <div className="language-choice" role="group" aria-label={text.shell.language}>
      {choices.map(([value, label]) => (
        <button
          key={value}
          type="button"
          lang={value}
          aria-pressed={language === value}
          onClick={() => setLanguage(value)}
        >
          {label}
        </button>
      ))}
    </div>
  );
}

export function SignInScreen(): ReactElement {
  const { text } = usePreferences();
  const go = useGo();
  const { to } = useSearch({ from: '/sign-in' });
  const here = useQuery({
    queryKey: ['/machine', 'sign-in'],
    queryFn: ({ signal }) => api.get<MachineHereView>('/machine', signal),
    retry: false,
  });
  const enter = (): void => {
    go(to ?? '/');
  };
  // A shared machine has one way in, and it forgets where the former person was.
  useEffect(() => {
    if (here.data?.name) go(LOCK_PATH);
  }, [here.data, go]);
  return (
    <div className="sign-in">
      <div className="sign-in-side">
        <Mark size={56} />
        <p className="sign-in-product">{text.shell.product}</p>
        <p className="sign-in-about">{text.session.intro}</p>
      </div>
      <main className="sign-in-main">
        <div className="sign-in-box">
          <h1>{text.session.title}</h1>
          <SignInForm done={enter} />
          <div className="sign-in-language">
            <LanguageChoice />
          </div>
        </div>
      </main>
    </div>
  );
}
