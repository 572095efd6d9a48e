import { Alert, Button } from 'antd';
import { type ReactElement } from 'react';
import { ApiProblem } from '~/api/problem';
import { useText } from '~/app/preferences';
import { type Dictionary } from '~/i18n/dictionary';

export function describeProblem(error: unknown, text: Dictionary): string {
  if (!(error instanceof ApiProblem)) return text.common.error.render;
  if (error.status === 0) return text.common.error.unreachable;
  if (error.message !== '') return error.message;
  return text.common.error.server;
}

function Codes({ error }: { error: ApiProblem }): ReactElement {
  const { error: words } = useText().common;
  return (
    <p className="problem-codes">
      {words.code}: <code>{error.code}</code>
      {error.correlationId === null ? null : (
        <>
          {' · '}
          {words.correlation}: <code>{error.correlationId}</code>
        </>
      )}
    </p>
  );
}

function FieldList({ error }: { error: ApiProblem }): ReactElement | null {
  if (error.errors.length === 0) return null;
  return (
    <ul className="plain-list">
      {error.errors.map((item) => (
        <li key={`${item.field}.${item.code}`}>{item.detail}</li>
      ))}
    </ul>
  );
}

interface ProblemNoticeProps {
  error: unknown;
  title?: string;
  retry?: () => void;
}

/** What went wrong, in words, with the codes that support asks for and a way to try again. */
export function ProblemNotice({ error, title, retry }: ProblemNoticeProps): ReactElement {
  const text = useText();
  return (
    <Alert
      className="problem"
      type="error"
      role="alert"
      showIcon
      title={title ?? text.common.error.title}
      description={
        <>
          <p>{describeProblem(error, text)}</p>
          {error instanceof ApiProblem ? <FieldList error={error} /> : null}
          {error instanceof ApiProblem && error.status !== 0 ? <Codes error={error} /> : null}
        </>
      }
      action={retry === undefined ? undefined : <Button onClick={retry}>{text.common.retry}</Button>}
    />
  );
}
