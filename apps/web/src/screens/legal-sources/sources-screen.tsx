import { Button, Form, Input, InputNumber, Select, Switch } from 'antd';
import { type ReactElement, useState } from 'react';
import { api, send } from '~/api/client';
import { usePages } from '~/api/page';
import { type LegalSourceFields, type LegalSourceLine } from '~/api/types';
import { useAction } from '~/api/use-action';
import { useText } from '~/app/preferences';
import { type Dictionary } from '~/i18n/dictionary';
import { LegalHead } from '~/screens/legal/legal-head';
import { formatInstant } from '~/ui/dates';
import { EmptyState } from '~/ui/empty';
import { useRequired } from '~/ui/fields';
import { FormDialog } from '~/ui/form-dialog';
import { LinkButton } from '~/ui/link-button';
import { type Column, PagedTable } from '~/ui/list-table';
import { Chip } from '~/ui/state-chip';
import { say } from '~/ui/toast';
import './legal-sources.css';

const WEEK_MINUTES = 10_080;
const NEW: LegalSourceFields = { name: '', kind: 'feed', address: '', everyMinutes: 60, isActive: true };

function SourceState({ source }: { source: LegalSourceLine }): ReactElement {
  const { legalSources } = useText();
  if (!source.isActive) return <Chip tone="grey">{legalSources.paused}</Chip>;
  if (source.problem !== null) return <Chip tone="red">{legalSources.failing}</Chip>;
  return <Chip tone={source.checkedAt === null ? 'grey' : 'green'}>{legalSources.watching}</Chip>;
}

function CheckButton({ source }: { source: LegalSourceLine }): ReactElement {
  const { legalSources } = useText();
  const check = useAction<string, unknown>((id, key) => api.post(`/legal-sources/${id}/check`, { key }), {
    stale: ['/legal-sources'],
    done: () => say(legalSources.checking),
  });
  return (
    <Button
      size="small"
      disabled={!source.isActive}
      loading={check.isPending}
      onClick={() => check.mutate(source.id)}
    >
      {legalSources.checkNow}
    </Button>
  );
}

function columnsOf(
  { legalSources }: Dictionary,
  edit: (source: LegalSourceLine) => void,
): Column<LegalSourceLine>[] {
  return [
    {
      key: 'state',
      title: legalSources.state,
      narrow: true,
      cell: (source) => <SourceState source={source} />,
    },
    {
      key: 'name',
      title: legalSources.sourceName,
      main: true,
      cell: (source) => (
        <>
          <button type="button" className="link-button row-title" onClick={() => edit(source)}>
            {source.name}
          </button>
          <p className="quiet source-address">{source.address}</p>
          {source.problem === null ? null : <p className="known known-not">{source.problem}</p>}
        </>
      ),
    },
    {
      key: 'kind',
      title: legalSources.kind,
      narrow: true,
      cell: (source) => legalSources.kinds[source.kind],
    },
    {
      key: 'checked',
      title: legalSources.checkedAt,
      narrow: true,
      cell: (source) => formatInstant(source.checkedAt),
    },
    {
      key: 'next',
      title: legalSources.nextCheckAt,
      narrow: true,
      cell: (source) => (source.isActive ? formatInstant(source.nextCheckAt) : ''),
    },
    {
      key: 'waiting',
      title: legalSources.waiting,
      narrow: true,
      end: true,
      cell: (source) => source.waiting,
    },
    { key: 'act', title: '', narrow: true, cell: (source) => <CheckButton source={source} /> },
  ];
}

function SourceDialog({
  source,
  close,
}: {
  source: LegalSourceLine | 'new';
  close: () => void;
}): ReactElement {
  const { legalSources } = useText();
  const required = useRequired();
  const [form] = Form.useForm<LegalSourceFields>();
  const kind = Form.useWatch('kind', form);
  const isNew = source === 'new';
  const save = useAction<LegalSourceFields, unknown>(
    (body, key) =>
      isNew
        ? api.post('/legal-sources', { body, key })
        : send('PUT', `/legal-sources/${source.id}`, { body, ifMatch: source.rowVersion }),
    { stale: ['/legal-sources'], done: close },
  );
  return (
    <FormDialog<LegalSourceFields>
      open
      close={close}
      title={isNew ? legalSources.addSource : legalSources.changeSource}
      submit={legalSources.save}
      form={form}
      initial={isNew ? NEW : source}
      onFinish={(values) => save.mutate(values)}
      pending={save.isPending}
      error={save.error}
      width={620}
    >
      <Form.Item name="name" label={legalSources.sourceName} rules={required}>
        <Input maxLength={200} placeholder="Công báo tỉnh" />
      </Form.Item>
      <Form.Item name="kind" label={legalSources.kind} rules={required}>
        <Select
          disabled={!isNew}
          options={Object.entries(legalSources.kinds).map(([value, label]) => ({ value, label }))}
        />
      </Form.Item>
      <Form.Item
        name="address"
        label={kind === 'folder' ? legalSources.folderName : legalSources.address}
        extra={kind === 'folder' ? legalSources.folderHint : legalSources.addressHint}
        rules={required}
      >
        <Input maxLength={2000} spellCheck={false} />
      </Form.Item>
      <Form.Item name="everyMinutes" label={legalSources.everyMinutes} rules={required}>
        <InputNumber min={1} max={WEEK_MINUTES} precision={0} />
      </Form.Item>
      <Form.Item name="isActive" label={legalSources.isActive} valuePropName="checked">
        <Switch />
      </Form.Item>
    </FormDialog>
  );
}

/** Feeds and folders from which texts come. */
export function SourcesScreen(): ReactElement {
  const text = useText();
  const { legalSources } = text;
  const [edited, setEdited] = useState<LegalSourceLine | 'new' | null>(null);
  const sources = usePages<LegalSourceLine>('/legal-sources', {}, { everyMs: 5_000 });
  return (
    <>
      <LegalHead />
      <section className="panel">
        <div className="list-tools">
          <h2>{legalSources.sources}</h2>
          <Button onClick={() => setEdited('new')}>{legalSources.addSource}</Button>
          <LinkButton href="/legal-intakes">{legalSources.title}</LinkButton>
        </div>
        <p className="quiet panel-note">{legalSources.sourcesNote}</p>
        <PagedTable
          query={sources}
          label={legalSources.sources}
          columns={columnsOf(text, setEdited)}
          rowKey={(source) => source.id}
          empty={<EmptyState title={legalSources.noSources} steps={legalSources.noSourcesSteps} />}
        />
      </section>
      {edited === null ? null : <SourceDialog source={edited} close={() => setEdited(null)} />}
    </>
  );
}
