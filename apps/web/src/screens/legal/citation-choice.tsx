import { Button, Form } from 'antd';
import { type ReactElement, useState } from 'react';
import { api } from '~/api/client';
import { type CitationDecision, type ProposedTextView } from '~/api/types';
import { useAction } from '~/api/use-action';
import { useText } from '~/app/preferences';
import { formatDay } from '~/ui/dates';
import { useRequired } from '~/ui/fields';
import { FormDialog } from '~/ui/form-dialog';
import { ProblemNotice } from '~/ui/problem-notice';
import { RowLink } from '~/ui/row-link';
import { say } from '~/ui/toast';
import { TargetField } from './target-field';
import './register.css';

/** A citation in its own words. */
export type Cited = Omit<CitationDecision, 'textId'>;

const STALE = ['/versions', '/unresolved-citations', '/outdated-citations', '/legal-texts'];

function bodyOf({ kind, words, issuer, issuedOn, year }: Cited, textId: string): CitationDecision {
  return { kind, words, issuer: issuer ?? null, issuedOn: issuedOn ?? null, year: year ?? null, textId };
}

function useDecision(route: 'citation-links' | 'citation-rejections', cited: Cited, done?: () => void) {
  return useAction<string, unknown>(
    (textId, key) => api.post(`/${route}`, { body: bodyOf(cited, textId), key }),
    { stale: STALE, ...(done === undefined ? {} : { done }) },
  );
}

function ChooseDialog({ cited, close }: { cited: Cited; close: () => void }): ReactElement {
  const { legal, register } = useText();
  const required = useRequired();
  const [form] = Form.useForm<{ textId: string }>();
  const link = useDecision('citation-links', cited, () => {
    say(register.linked);
    close();
  });
  return (
    <FormDialog<{ textId: string }>
      open
      close={close}
      title={register.chooseTitle}
      submit={register.link}
      form={form}
      onFinish={({ textId }) => link.mutate(textId)}
      pending={link.isPending}
      error={link.error}
    >
      <p>
        <strong>{cited.words}</strong> {cited.issuer ?? cited.year ?? ''}
      </p>
      <Form.Item name="textId" label={legal.texts} rules={required}>
        <TargetField />
      </Form.Item>
    </FormDialog>
  );
}

/** What an unresolved citation may mean: a person says which, says "not this one", or finds another. */
export function CitationChoice({
  cited,
  proposals,
}: {
  cited: Cited;
  proposals: readonly ProposedTextView[];
}): ReactElement {
  const { common, register } = useText();
  const [choosing, setChoosing] = useState(false);
  const link = useDecision('citation-links', cited, () => say(register.linked));
  const reject = useDecision('citation-rejections', cited);
  const error = link.error ?? reject.error;
  return (
    <div>
      {proposals.map((text) => (
        <div key={text.textId} className="proposal">
          <span>
            {register.proposals}: <RowLink href={`/legal-texts/${text.textId}`}>{text.numberSymbol}</RowLink>{' '}
            · {text.issuer} · {formatDay(text.issuedOn)} · {text.title}
          </span>
          <Button
            size="small"
            type="primary"
            loading={link.isPending}
            onClick={() => link.mutate(text.textId)}
          >
            {register.isThis}
          </Button>
          <Button size="small" loading={reject.isPending} onClick={() => reject.mutate(text.textId)}>
            {register.notThis}
          </Button>
        </div>
      ))}
      <Button size="small" onClick={() => setChoosing(true)}>
        {register.chooseOther}
      </Button>
      {error === null ? null : <ProblemNotice error={error} title={common.error.action} />}
      {choosing ? <ChooseDialog cited={cited} close={() => setChoosing(false)} /> : null}
    </div>
  );
}

/** Takes back what was said of a citation. */
export function UnlinkButton({ cited, textId }: { cited: Cited; textId: string }): ReactElement {
  const { common, register } = useText();
  const reject = useDecision('citation-rejections', cited);
  return (
    <>
      <Button size="small" loading={reject.isPending} onClick={() => reject.mutate(textId)}>
        {register.unlink}
      </Button>
      {reject.error === null ? null : <ProblemNotice error={reject.error} title={common.error.action} />}
    </>
  );
}
