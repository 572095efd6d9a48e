import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import { Button, Form, Input } from 'antd';
import { type ReactElement, useState } from 'react';
import { api } from '~/api/client';
import { type UnitListImport } from '~/api/types';
import { useAction } from '~/api/use-action';
import { useText } from '~/app/preferences';
import { today } from '~/ui/dates';
import { DropZone } from '~/ui/drop-zone';
import { DayField, useRequired } from '~/ui/fields';
import { PageHead } from '~/ui/page-head';
import { ProblemNotice } from '~/ui/problem-notice';
import { say } from '~/ui/toast';
import { useGo } from '~/ui/use-go';
import { Waiting } from '~/ui/waiting';
import { ImportPreview } from './import-preview';

interface ImportValues {
  title: string;
  asOf: string;
  legalBasis?: string;
}

function bodyOf(file: File, values: ImportValues, dryRun: boolean): FormData {
  const body = new FormData();
  body.append('title', values.title.trim());
  body.append('asOf', values.asOf);
  if (values.legalBasis !== undefined && values.legalBasis.trim() !== '')
    body.append('legalBasis', values.legalBasis.trim());
  body.append('dryRun', String(dryRun));
  body.append('file', file, file.name);
  return body;
}

type Identity = Pick<ImportValues, 'title' | 'asOf'>;

/**
 * The file is read by the server without keeping anything: when one is chosen, and again once the list is named, for
 * what is new depends on which list it goes into.
 */
function usePreview(file: File | null, named: Identity | null): UseQueryResult<UnitListImport> {
  const values = named ?? { title: file?.name ?? '', asOf: today() };
  return useQuery({
    queryKey: ['/unit-lists', 'preview', file?.name, file?.lastModified, file?.size, values],
    queryFn: () => {
      if (file === null) throw new Error('no file');
      return api.post<UnitListImport>('/unit-lists', { body: bodyOf(file, values, true) });
    },
    enabled: file !== null,
    placeholderData: (before) => (file === null ? undefined : before),
    staleTime: 0,
    gcTime: 0,
  });
}

export function ImportScreen(): ReactElement {
  const { administration, common } = useText();
  const [file, setFile] = useState<File | null>(null);
  const [form] = Form.useForm<ImportValues>();
  const required = useRequired();
  const go = useGo();
  const [named, setNamed] = useState<Identity | null>(null);
  const preview = usePreview(file, named);
  const compare = (): void => {
    const { title, asOf } = form.getFieldsValue();
    if (title && asOf && (title !== named?.title || asOf !== named.asOf)) setNamed({ title, asOf });
  };
  const load = useAction<ImportValues, UnitListImport>(
    (values, key) => {
      if (file === null) throw new Error('no file');
      return api.post('/unit-lists', { body: bodyOf(file, values, false), key });
    },
    {
      stale: ['/unit-lists', '/agencies'],
      done: (result) => {
        say(administration.imported(result.created, result.existing));
        go(result.listId === null ? '/unit-lists' : `/unit-lists/${result.listId}`);
      },
    },
  );
  return (
    <>
      <PageHead title={administration.importTitle} note={administration.importNote} />
      <section className="panel panel-pad gap-below">
        {file === null ? (
          <DropZone
            label={administration.drop}
            hint={administration.dropHint}
            accept=".csv,text/csv"
            onFile={setFile}
          />
        ) : (
          <p className="chosen-file">
            <span>
              {administration.file}: <strong>{file.name}</strong>
            </span>
            <Button onClick={() => setFile(null)}>{administration.otherFile}</Button>
          </p>
        )}
      </section>
      {preview.isLoading ? <Waiting rows={4} /> : null}
      {preview.error === null || file === null ? null : (
        <ProblemNotice error={preview.error} retry={() => void preview.refetch()} />
      )}
      {preview.data === undefined ? null : (
        <>
          <ImportPreview result={preview.data} pending={preview.isFetching} />
          <Form<ImportValues>
            className="panel panel-pad form-page gap-above"
            form={form}
            layout="vertical"
            requiredMark="optional"
            onBlur={compare}
            onFinish={(values) => load.mutate(values)}
          >
            <Form.Item name="title" label={administration.listTitle} rules={required}>
              <Input />
            </Form.Item>
            <div className="field-grid">
              <Form.Item name="asOf" label={administration.asOf} rules={required}>
                <DayField />
              </Form.Item>
              <Form.Item
                name="legalBasis"
                label={administration.legalBasis}
                extra={administration.legalBasisHint}
              >
                <Input />
              </Form.Item>
            </div>
            {load.error === null ? null : <ProblemNotice error={load.error} title={common.error.action} />}
            <div className="form-end">
              <Button type="primary" size="large" htmlType="submit" loading={load.isPending}>
                {administration.confirmImport}
              </Button>
            </div>
          </Form>
        </>
      )}
    </>
  );
}
