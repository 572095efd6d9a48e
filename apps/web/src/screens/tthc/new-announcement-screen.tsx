import { Button, Form, Input } from 'antd';
import { type ReactElement, useCallback, useState } from 'react';
import { api } from '~/api/client';
import { type AnnouncedRow, type AnnouncementReadingView, type NewAnnouncement } from '~/api/types';
import { useAction } from '~/api/use-action';
import { useText } from '~/app/preferences';
import { DayField, useRequired } from '~/ui/fields';
import { useFieldProblems } from '~/ui/form-dialog';
import { PageHead } from '~/ui/page-head';
import { ProblemNotice } from '~/ui/problem-notice';
import { say } from '~/ui/toast';
import { useGo } from '~/ui/use-go';
import { AnnexRows, editedRow, type EditedRow } from './annex-rows';
import { ReadingSource, type Taken } from './reading-source';

type Head = Omit<NewAnnouncement, 'rows' | 'fileId'>;

interface Read {
  reading: AnnouncementReadingView;
  fileId: string | null;
}

/** A row without an act cannot be sent: the person has not said what happens to the TTHC. */
function sentRows(rows: readonly EditedRow[]): AnnouncedRow[] {
  return rows.flatMap(({ key: _, procedure, act, ...row }) =>
    act === null ? [] : [{ ...row, act, field: filled(row.field), procedureId: procedure?.value ?? null }],
  );
}

function filled(text: string | null | undefined): string | null {
  return text === undefined || text === '' ? null : text;
}

function HeadFields(): ReactElement {
  const { tthc } = useText();
  const required = useRequired();
  return (
    <section>
      <h2>{tthc.head}</h2>
      <div className="field-grid">
        <Form.Item name="numberSymbol" label={tthc.numberSymbol} rules={required}>
          <Input spellCheck={false} placeholder="1234/QĐ-UBND" />
        </Form.Item>
        <Form.Item name="issuer" label={tthc.issuer} rules={required}>
          <Input />
        </Form.Item>
        <Form.Item name="issuedOn" label={tthc.issuedOn} rules={required}>
          <DayField />
        </Form.Item>
        <Form.Item name="effectiveOn" label={tthc.effectiveOn}>
          <DayField />
        </Form.Item>
      </div>
      <Form.Item name="title" label={tthc.abstract} rules={required}>
        <Input.TextArea autoSize={{ minRows: 1, maxRows: 5 }} />
      </Form.Item>
    </section>
  );
}

function CorrectedAnnouncement({ reading, fileId }: Read): ReactElement {
  const { tthc, common } = useText();
  const go = useGo();
  const [form] = Form.useForm<Head>();
  const [rows, setRows] = useState<EditedRow[]>(() => reading.rows.map(editedRow));
  const record = useAction<NewAnnouncement, { announcementId: string; changeId: string }>(
    (body, key) => api.post('/announcements', { body, key }),
    {
      stale: ['/announcements', '/legal-changes', '/legal-texts'],
      done: ({ changeId }) => {
        say(tthc.recorded);
        go(`/legal-changes/${changeId}`);
      },
    },
  );
  useFieldProblems(form, record.error);
  const { rows: _, ...head } = reading;
  return (
    <Form<Head>
      className="panel panel-pad"
      form={form}
      layout="vertical"
      requiredMark="optional"
      scrollToFirstError
      initialValues={{ ...head, effectiveOn: null }}
      onFinish={(values) => record.mutate({ ...values, fileId, rows: sentRows(rows) })}
    >
      <HeadFields />
      <AnnexRows rows={rows} change={setRows} />
      {record.error === null ? null : <ProblemNotice error={record.error} title={common.error.action} />}
      <div className="form-end">
        <Button
          type="primary"
          size="large"
          htmlType="submit"
          disabled={rows.length === 0 || rows.some(({ act }) => act === null)}
          loading={record.isPending}
        >
          {tthc.record}
        </Button>
      </div>
    </Form>
  );
}

export function NewAnnouncementScreen(): ReactElement {
  const { tthc } = useText();
  const [read, setRead] = useState<Read | null>(null);
  const take = useCallback<Taken>((reading, fileId) => setRead({ reading, fileId }), []);
  return (
    <>
      <PageHead title={tthc.newAnnouncement} />
      {read === null ? <ReadingSource taken={take} /> : <CorrectedAnnouncement {...read} />}
    </>
  );
}
