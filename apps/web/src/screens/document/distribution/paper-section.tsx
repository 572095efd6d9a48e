import { Button, Form, Input } from 'antd';
import { type ReactElement, useState } from 'react';
import { api } from '~/api/client';
import { itemsOf, usePages } from '~/api/page';
import { type PaperCopyLine, type VersionDetail } from '~/api/types';
import { useAction } from '~/api/use-action';
import { useText } from '~/app/preferences';
import { formatDay, today } from '~/ui/dates';
import { DayField, UnitField, useRequired } from '~/ui/fields';
import { FormDialog } from '~/ui/form-dialog';
import { PaperActions } from '../../paper/paper-actions';
import { PaperChip } from '../../paper/paper-chip';

interface HandOut {
  holderName: string;
  unitId?: string | null;
  place: string;
  issuedOn: string;
}

function HandOutDialog({ versionId, close }: { versionId: string; close: () => void }): ReactElement {
  const { distribution, documents } = useText();
  const [form] = Form.useForm<HandOut>();
  const required = useRequired();
  const save = useAction<HandOut, unknown>(
    (body, key) => api.post(`/versions/${versionId}/paper-copies`, { body, key }),
    { stale: ['/paper-copies', '/journal'], done: close },
  );
  return (
    <FormDialog<HandOut>
      open
      close={close}
      title={distribution.handOut}
      submit={distribution.handOut}
      form={form}
      initial={{ issuedOn: today() }}
      onFinish={(values) => save.mutate(values)}
      pending={save.isPending}
      error={save.error}
    >
      <Form.Item name="holderName" label={distribution.holder} rules={required}>
        <Input maxLength={200} />
      </Form.Item>
      <Form.Item name="unitId" label={documents.unit}>
        <UnitField allowClear />
      </Form.Item>
      <Form.Item name="place" label={distribution.keptAt} rules={required}>
        <Input maxLength={300} />
      </Form.Item>
      <Form.Item name="issuedOn" label={distribution.issuedOn} rules={required}>
        <DayField />
      </Form.Item>
    </FormDialog>
  );
}

/** Numbered copies on paper of this version (DI-12). */
export function PaperSection({
  version,
  mayKeep,
}: {
  version: VersionDetail;
  mayKeep: boolean;
}): ReactElement {
  const { distribution } = useText();
  const [open, setOpen] = useState(false);
  const copies = usePages<PaperCopyLine>('/paper-copies', { versionId: version.id });
  const lines = itemsOf(copies.data);
  return (
    <section>
      <h2>{distribution.papers}</h2>
      {copies.isSuccess && lines.length === 0 ? <p className="quiet">{distribution.noPapers}</p> : null}
      <ul className="line-list">
        {lines.map((copy) => (
          <li key={copy.id}>
            <p>
              <strong>{distribution.paper(copy.number)}</strong> <PaperChip state={copy.state} />
            </p>
            <p>
              {[copy.holderName, copy.unitName, copy.place].filter(Boolean).join(', ')}
              <span className="quiet">
                {' '}
                · {distribution.issuedOn} {formatDay(copy.issuedOn)}
              </span>
            </p>
            {copy.recallReason === null ? null : <p className="quiet">{copy.recallReason}</p>}
            {mayKeep ? <PaperActions copy={copy} /> : null}
          </li>
        ))}
      </ul>
      {mayKeep && version.state === 'effective' ? (
        <Button onClick={() => setOpen(true)}>{distribution.handOut}</Button>
      ) : null}
      {open ? <HandOutDialog versionId={version.id} close={() => setOpen(false)} /> : null}
    </section>
  );
}
