import { Button, Form } from 'antd';
import { type ReactElement } from 'react';
import { api } from '~/api/client';
import {
  type IntakeDetail,
  type IntakeRecorded,
  type IntakeRecordingRequest,
  type ReadTextView,
} from '~/api/types';
import { useAction } from '~/api/use-action';
import { useText } from '~/app/preferences';
import { TextIdentityFields, type TextIdentity } from '~/screens/legal/text-fields';
import { DayField } from '~/ui/fields';
import { useFieldProblems } from '~/ui/form-dialog';
import { ProblemNotice } from '~/ui/problem-notice';
import { say } from '~/ui/toast';
import { useGo } from '~/ui/use-go';
import { RelationRows, relationValuesOf, type RelationValues, requestOf } from './relation-rows';

interface IntakeValues extends TextIdentity {
  expiredOn: string | null;
  relations: RelationValues[];
}

const NOTHING: Omit<ReadTextView, 'relations'> = {
  kind: null,
  numberSymbol: null,
  issuer: null,
  issuedOn: null,
  effectiveOn: null,
  expiredOn: null,
  title: null,
};

function initialOf({ reading }: IntakeDetail): Partial<IntakeValues> {
  const { kind, numberSymbol, issuer, issuedOn, title, ...days } = reading ?? NOTHING;
  return {
    kind: kind ?? '',
    numberSymbol: numberSymbol ?? '',
    issuer: issuer ?? '',
    issuedOn: issuedOn ?? '',
    effectiveOn: days.effectiveOn,
    expiredOn: days.expiredOn,
    title: title?.slice(0, 1000) ?? '',
    relations: reading?.relations.map(relationValuesOf) ?? [],
  };
}

function bodyOf(values: IntakeValues): IntakeRecordingRequest {
  return {
    kind: values.kind.trim(),
    numberSymbol: values.numberSymbol.trim(),
    issuer: values.issuer.trim(),
    issuedOn: values.issuedOn,
    effectiveOn: values.effectiveOn,
    expiredOn: values.expiredOn,
    title: values.title.trim(),
    aliases: [],
    relations: values.relations.map(requestOf),
  };
}

/** What was read, for a person to correct; one button records the text and what it does to others. */
export function IntakeForm({
  intake,
  show,
}: {
  intake: IntakeDetail;
  show: (quote: string) => void;
}): ReactElement {
  const { legal, legalSources, common } = useText();
  const go = useGo();
  const [form] = Form.useForm<IntakeValues>();
  const record = useAction<IntakeValues, IntakeRecorded>(
    (values, key) => api.post(`/legal-intakes/${intake.id}/recording`, { body: bodyOf(values), key }),
    {
      stale: ['/legal-intakes', '/legal-texts', '/legal-changes'],
      done: ({ textId, changeId }) => {
        if (changeId !== null) say(legal.savedChange);
        go(changeId === null ? `/legal-texts/${textId}` : `/legal-changes/${changeId}`);
      },
    },
  );
  useFieldProblems(form, record.error);
  return (
    <Form<IntakeValues>
      className="panel panel-pad beside-form"
      form={form}
      layout="vertical"
      requiredMark="optional"
      scrollToFirstError
      initialValues={initialOf(intake)}
      onFinish={() => record.mutate(form.getFieldsValue(true) as IntakeValues)}
    >
      <h2>{legalSources.check}</h2>
      <TextIdentityFields />
      <Form.Item name="expiredOn" label={legalSources.expiredOn}>
        <DayField />
      </Form.Item>
      <section>
        <h2>{legalSources.relationsRead}</h2>
        <p className="quiet">{legalSources.relationsNote}</p>
        <RelationRows show={show} />
      </section>
      {record.error === null ? null : <ProblemNotice error={record.error} title={common.error.action} />}
      <div className="form-end">
        <Button type="primary" size="large" htmlType="submit" loading={record.isPending}>
          {legalSources.record}
        </Button>
      </div>
    </Form>
  );
}
