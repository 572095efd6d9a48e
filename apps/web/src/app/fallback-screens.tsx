import { Link, useRouter } from '@tanstack/react-router';
import { Button } from 'antd';
import { type ReactElement, useEffect } from 'react';
import { ApiProblem } from '~/api/problem';
import { EmptyState } from '~/ui/empty';
import { ProblemNotice } from '~/ui/problem-notice';
import { useText } from './preferences';

export function StartingScreen(): ReactElement {
  const text = useText();
  return (
    <div className="starting" role="status">
      {text.common.loading}
    </div>
  );
}

export function NotFoundScreen(): ReactElement {
  const text = useText();
  return (
    <div className="lone">
      <EmptyState title={text.shell.notFound} action={<Link to="/work">{text.shell.toWork}</Link>} />
      <p className="quiet">{text.shell.notFoundBody}</p>
    </div>
  );
}

const RELOADED = 'iso.reloaded';

function isLostChunk(error: unknown): boolean {
  return error instanceof TypeError && /import|module/i.test(error.message);
}

/** After an upgrade the old page asks for parts that are gone: one reload fetches the new ones. */
function useReloadOnce(error: unknown): void {
  useEffect(() => {
    if (!isLostChunk(error) || sessionStorage.getItem(RELOADED) !== null) return;
    sessionStorage.setItem(RELOADED, 'yes');
    window.location.reload();
  }, [error]);
}

export function CrashScreen({ error }: { error: unknown }): ReactElement {
  const text = useText();
  const router = useRouter();
  useReloadOnce(error);
  const retry = error instanceof ApiProblem ? () => void router.invalidate() : undefined;
  return (
    <div className="lone">
      <ProblemNotice error={error} retry={retry} />
      <Button
        onClick={() => {
          window.location.reload();
        }}
      >
        {text.common.error.reload}
      </Button>
    </div>
  );
}
