import { useMutation } from '@tanstack/react-query';
import { Button, Form, Input } from 'antd';
import { type ReactElement, useEffect, useState } from 'react';
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

/** The file is read by the server without keeping anything, each time another one is chosen. */
function usePreview(file: File | null): ReturnType<typeof useMutation<UnitListImport, Error, File>> {
  const preview = useMutation<UnitListImport, Error, File>({
    mutationFn: (chosen) =>
      api.post('/unit-lists', { body: bodyOf(chosen, { title: chosen.name, asOf: today() }, true) }),
  });
  const { mutate, reset } = preview;
  useEffect(() => {
    if (file === null) reset();
    else mutate(file);
  }, [file, mutate, reset]);
  return preview;
}

export function ImportScreen(): ReactElement {
  const { administration, common } = useText();
  const [file, setFile] = useState<File | null>(null);
  const [form] = Form.useForm<ImportValues>();
  const required = useRequired();
  const go = useGo();
  const preview = usePreview(file);
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
      {preview.isPending ? <Waiting rows={4} /> : null}
      {preview.error === null || file === null ? null : (
        <ProblemNotice error={preview.error} retry={() => preview.mutate(file)} />
      )}
      {preview.data === undefined ? null : (
        <>
          <ImportPreview result={preview.data} />
          <Form<ImportValues>
            className="panel panel-pad form-page gap-above"
            form={form}
            layout="vertical"
            requiredMark="optional"
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
