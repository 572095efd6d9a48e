import { useQuery } from '@tanstack/react-query';
import { Form, Select } from 'antd';
import { type ReactElement } from 'react';
import { api } from '~/api/client';
import { type VersionWayView, type WayPerson, type WayRoute, type WayStage } from '~/api/types';
import { useText } from '~/app/preferences';
import { type Dictionary } from '~/i18n/dictionary';
import { matches } from '~/ui/fields';
import { FormDialog } from '~/ui/form-dialog';
import { QueryView } from '~/ui/query-view';
import { useVersionAct, type VersionDialogProps } from '../version-act';

interface SubmitValues {
  route: string;
  people: Record<string, string[] | undefined>;
}

interface SubmitBody {
  route: string;
  people: { stage: number; personIds: string[] }[];
}

function labelOf(
  { fullName, positionTitle, unitName, delegateName }: WayPerson,
  { ways }: Dictionary,
): string {
  const away = delegateName === null ? null : `(${ways.away(delegateName)})`;
  return [[fullName, positionTitle, unitName].filter(Boolean).join(', '), away].filter(Boolean).join(' ');
}

function stageHint({ isOptional, quorum, inSequence, days }: WayStage, { ways }: Dictionary): string {
  return [
    isOptional ? ways.optional : null,
    inSequence ? ways.inSequence : null,
    ways.quorum(quorum),
    ways.days(days),
  ]
    .filter(Boolean)
    .join(' · ');
}

function StageField({ stage, route }: { stage: WayStage; route: WayRoute }): ReactElement {
  const text = useText();
  const hint = stage.kind === 'approve' ? text.ways.days(stage.days) : stageHint(stage, text);
  return (
    <Form.Item
      name={['people', `${route.id}:${String(stage.stage)}`]}
      label={text.ways.stage(stage.stage, stage.name)}
      extra={`${text.ways.steps[stage.kind]} · ${hint}`}
      initialValue={stage.isOptional ? [] : stage.proposedIds}
      rules={stage.isOptional ? [] : [{ required: true, message: text.common.required }]}
    >
      <Select
        mode="multiple"
        maxCount={stage.kind === 'approve' ? 1 : 20}
        options={stage.people.map((person) => ({ value: person.personId, label: labelOf(person, text) }))}
        showSearch={{ filterOption: (typed, option) => matches(option?.label ?? '', typed) }}
      />
    </Form.Item>
  );
}

/** The chosen route's stages, each with the people who may stand there and those proposed. */
function Stages({ routes }: { routes: WayRoute[] }): ReactElement {
  const { ways } = useText();
  const chosen = Form.useWatch<string | undefined>('route');
  const route = routes.find(({ id }) => id === chosen) ?? routes[0];
  return (
    <>
      <Form.Item name="route" label={ways.route} required initialValue={routes[0]?.id}>
        <Select options={routes.map(({ id, name }) => ({ value: id, label: name }))} />
      </Form.Item>
      {route === undefined
        ? null
        : route.stages.map((stage) => (
            <StageField key={`${route.id}:${String(stage.stage)}`} stage={stage} route={route} />
          ))}
    </>
  );
}

function bodyOf({ route, people }: SubmitValues): SubmitBody {
  const picks = Object.entries(people).flatMap(([key, personIds = []]) => {
    const [id, stage] = key.split(':');
    return id === route && personIds.length > 0 ? [{ stage: Number(stage), personIds }] : [];
  });
  return { route, people: picks };
}

export function SubmitDialog({ version, open, close }: VersionDialogProps): ReactElement {
  const { documentPage, ways } = useText();
  const [form] = Form.useForm<SubmitValues>();
  const submit = useVersionAct<SubmitBody>(version, 'submission', close);
  const way = useQuery({
    queryKey: ['/versions', version.id, 'way'],
    queryFn: ({ signal }) => api.get<VersionWayView>(`/versions/${version.id}/way`, signal),
    enabled: open,
    staleTime: 0,
  });
  return (
    <FormDialog<SubmitValues>
      open={open}
      close={close}
      title={documentPage.submitTitle}
      submit={documentPage.actions.submit}
      form={form}
      onFinish={(values) => submit.mutate(bodyOf(values))}
      pending={submit.isPending}
      error={submit.error}
      width={640}
    >
      <p className="quiet">{ways.submitNote}</p>
      <QueryView query={way} rows={4}>
        {({ routes }) => <Stages routes={routes} />}
      </QueryView>
    </FormDialog>
  );
}
