import { Form } from 'antd';
import { type ReactElement } from 'react';
import { api } from '~/api/client';
import { type VersionDetail } from '~/api/types';
import { useAction } from '~/api/use-action';
import { useText } from '~/app/preferences';
import { FormDialog } from '~/ui/form-dialog';
import { VersionFieldsForm } from '../drafting/version-fields';
import { fieldsOf, type VersionValues } from '../drafting/version-values';
import { VERSION_STALE, type VersionDialogProps } from './version-act';

function valuesOf(version: VersionDetail): VersionValues {
  const { code, series, title, kind, drafterId, issue, revision, citations, namedTexts } = version;
  return {
    ...{ code, series, title, kind, drafterId, issue, revision, citations, namedTexts },
    owningUnitId: version.owningUnitId ?? null,
    issuedOn: version.issuedOn ?? null,
    changeNote: version.changeNote ?? null,
    changeClass: version.changeClass ?? null,
    legalBasis: version.legalBasis ?? null,
    changeReason: version.changeReason ?? null,
    affectedSections: version.affectedSections ?? null,
  };
}

export function EditDialog({ version, open, close }: VersionDialogProps): ReactElement {
  const { documentPage, common } = useText();
  const [form] = Form.useForm<VersionValues>();
  const edit = useAction<VersionValues, VersionDetail>(
    (values, key) =>
      api.patch(`/versions/${version.id}`, { body: fieldsOf(values), key, ifMatch: version.rowVersion }),
    { stale: VERSION_STALE, done: close },
  );
  return (
    <FormDialog<VersionValues>
      open={open}
      close={close}
      title={documentPage.editTitle}
      submit={common.save}
      form={form}
      initial={valuesOf(version)}
      onFinish={() => edit.mutate(form.getFieldsValue(true) as VersionValues)}
      pending={edit.isPending}
      error={edit.error}
      width={860}
      keep
    >
      <VersionFieldsForm documentId={version.documentId} further={(version.changeClass ?? null) !== null} />
    </FormDialog>
  );
}
