import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { Button, Form } from 'antd';
import { type ReactElement } from 'react';
import { api } from '~/api/client';
import { type LegalTextDetail } from '~/api/types';
import { useAction } from '~/api/use-action';
import { useText } from '~/app/preferences';
import { useFieldProblems } from '~/ui/form-dialog';
import { PageHead } from '~/ui/page-head';
import { ProblemNotice } from '~/ui/problem-notice';
import { QueryView } from '~/ui/query-view';
import { say } from '~/ui/toast';
import { useGo } from '~/ui/use-go';
import { type Known } from './target-field';
import { fieldsOf, TextFormParts, type TextValues } from './text-form';

function valuesOf(text: LegalTextDetail): TextValues {
  return {
    kind: text.kind,
    numberSymbol: text.numberSymbol,
    issuer: text.issuer,
    issuedOn: text.issuedOn ?? '',
    effectiveOn: text.effectiveOn,
    expiredOn: text.expiredOn,
    title: text.title,
    field: text.field,
    abstract: text.abstract,
    sourceUrl: text.sourceUrl,
    territoryIds: text.territory.map(({ id }) => id),
    territoryNote: text.territoryNote,
    articles: text.articles.map(({ label, title }) => ({ label, title })),
    aliases: text.aliases,
    relations: text.relations
      .filter(({ direction }) => direction === 'to')
      .map(({ kind, textId, partly, provisions, effectiveOn, transition, note }) => ({
        ...{ kind, targetId: textId, partly, provisions, effectiveOn, transition, note },
      })),
  };
}

function CorrectForm({ text }: { text: LegalTextDetail }): ReactElement {
  const { common, register } = useText();
  const go = useGo();
  const [form] = Form.useForm<TextValues>();
  const known: Known[] = text.relations.map(({ textId, numberSymbol, title }) => ({
    ...{ id: textId, numberSymbol, title },
  }));
  const save = useAction<TextValues, LegalTextDetail>(
    (values, key) =>
      api.put(`/legal-texts/${text.id}`, {
        body: fieldsOf(values, text.awaited),
        key,
        ifMatch: text.rowVersion,
      }),
    {
      stale: ['/legal-texts', '/legal-changes', '/versions'],
      done: () => {
        say(register.saved);
        go(`/legal-texts/${text.id}`);
      },
    },
  );
  useFieldProblems(form, save.error);
  return (
    <>
      <PageHead title={register.correctTitle(text.numberSymbol)} />
      <Form<TextValues>
        className="panel panel-pad form-page"
        form={form}
        layout="vertical"
        requiredMark="optional"
        scrollToFirstError
        initialValues={valuesOf(text)}
        onFinish={(values) => save.mutate(values)}
      >
        <TextFormParts known={known} places={text.territory} />
        {save.error === null ? null : <ProblemNotice error={save.error} title={common.error.action} />}
        <div className="form-end">
          <Button type="primary" size="large" htmlType="submit" loading={save.isPending}>
            {common.save}
          </Button>
        </div>
      </Form>
    </>
  );
}

export function CorrectTextScreen(): ReactElement {
  const { textId } = useParams({ from: '/shell/legal-texts/$textId/edit' });
  const text = useQuery({
    queryKey: ['/legal-texts', textId, 'edit'],
    queryFn: ({ signal }) => api.get<LegalTextDetail>(`/legal-texts/${textId}`, signal),
    staleTime: Infinity,
    gcTime: 0,
  });
  return <QueryView query={text}>{(found) => <CorrectForm text={found} />}</QueryView>;
}
