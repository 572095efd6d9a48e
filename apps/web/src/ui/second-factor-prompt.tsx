import { Alert, Button, Input, Space } from 'antd';
import { type ReactElement, useState } from 'react';
import { api } from '~/api/client';
import { ApiProblem } from '~/api/problem';
import { useAction } from '~/api/use-action';
import { useText } from '~/app/preferences';
import { describeProblem } from './problem-notice';

export function needsSecondFactor(error: unknown): boolean {
  return error instanceof ApiProblem && error.code === 'identity.second-factor-needed';
}

/** Stands in any dialog that signs: the code of the authenticator opens the series of signatures (RI-09). */
export function SecondFactorPrompt(): ReactElement {
  const text = useText();
  const { account } = text;
  const [code, setCode] = useState('');
  const prove = useAction<string, unknown>(
    (typed, key) => api.post('/me/second-factor/proofs', { body: { code: typed }, key }),
    { stale: ['/me/second-factor'] },
  );
  if (prove.isSuccess) return <Alert type="success" showIcon role="status" title={account.proved} />;
  return (
    <Alert
      type="info"
      showIcon
      role="alert"
      title={account.secondFactor}
      description={
        <>
          <Space.Compact block>
            <Input
              value={code}
              onChange={(event) => setCode(event.target.value)}
              onPressEnter={(event) => {
                // Enter proves the code; it must not send the form around it.
                event.preventDefault();
                prove.mutate(code);
              }}
              inputMode="numeric"
              autoComplete="one-time-code"
              aria-label={account.codeOrRecovery}
              placeholder={account.codeOrRecovery}
              maxLength={40}
              autoFocus
            />
            <Button type="primary" loading={prove.isPending} onClick={() => prove.mutate(code)}>
              {account.prove}
            </Button>
          </Space.Compact>
          {prove.error === null ? null : (
            <p className="ant-form-item-explain-error">{describeProblem(prove.error, text)}</p>
          )}
        </>
      }
    />
  );
}
