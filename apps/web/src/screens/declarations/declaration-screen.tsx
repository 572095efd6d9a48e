import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { QRCode } from 'antd';
import { type ReactElement, useState } from 'react';
import { api } from '~/api/client';
import { type ConditionView, type DeclarationDetail, type ScopeLine } from '~/api/types';
import { useText } from '~/app/preferences';
import { type Dictionary } from '~/i18n/dictionary';
import { ActionButton } from '~/ui/action-button';
import { formatDay, formatInstant } from '~/ui/dates';
import { DownloadButton } from '~/ui/download';
import { Facts } from '~/ui/facts';
import { Icon } from '~/ui/icon';
import { type Column, ListTable } from '~/ui/list-table';
import { usePageTitle } from '~/ui/page-head';
import { QueryView } from '~/ui/query-view';
import { RowLink } from '~/ui/row-link';
import { Chip } from '~/ui/state-chip';
import { RegisterDialog, SignDialog, WithdrawDialog } from './declaration-dialogs';
import { DECLARATION_TONES } from './declarations-screen';

function columnsOf({ documents }: Dictionary): Column<ScopeLine>[] {
  return [
    {
      key: 'code',
      title: documents.code,
      narrow: true,
      cell: (line) => <span className="code-cell">{line.code}</span>,
    },
    {
      key: 'title',
      title: documents.name,
      main: true,
      cell: (line) => (
        <RowLink href={`/documents/${line.documentId}?version=${line.versionId}`} className="row-title">
          {line.title}
        </RowLink>
      ),
    },
    { key: 'series', title: documents.series, cell: (line) => line.series },
    {
      key: 'issue',
      title: documents.issueRevision,
      narrow: true,
      cell: (line) => `${line.issue} / ${line.revision}`,
    },
  ];
}

function Condition({ condition }: { condition: ConditionView }): ReactElement {
  const { declarations } = useText();
  return (
    <li className={`condition condition-${condition.state}`}>
      <Icon
        name={condition.state === 'met' ? 'check' : condition.state === 'unmet' ? 'alert' : 'info'}
        size={17}
      />
      <div>
        <strong>{declarations.conditionStates[condition.state]}:</strong>{' '}
        {condition.link === null ? (
          condition.label
        ) : (
          <RowLink href={condition.link}>{condition.label}</RowLink>
        )}
        {condition.detail === null ? null : <p className="quiet">{condition.detail}</p>}
      </div>
    </li>
  );
}

function PortalCard({ url }: { url: string }): ReactElement {
  const { declarations } = useText();
  return (
    <section className="panel panel-pad portal-card">
      <QRCode
        value={url}
        size={132}
        type="svg"
        bordered={false}
        color="#000000"
        bgColor="#ffffff"
        aria-label={declarations.qr}
      />
      <div>
        <h2>{declarations.portal}</h2>
        <p>
          <a href={url} target="_blank" rel="noreferrer">
            {url}
          </a>
        </p>
        <p className="quiet">{declarations.qr}</p>
      </div>
    </section>
  );
}

function DeclarationFacts({ declaration }: { declaration: DeclarationDetail }): ReactElement {
  const { declarations } = useText();
  const signer = [declaration.signerName, declaration.signerPosition]
    .filter((part) => part !== null)
    .join(', ');
  return (
    <Facts
      facts={[
        [declarations.standard, declaration.standard],
        [declarations.kind, declarations.kinds[declaration.kind]],
        declaration.reason === null ? null : [declarations.reason, declaration.reason],
        [declarations.number, declaration.number ?? declarations.noNumber],
        [declarations.signedOn, formatDay(declaration.signedOn)],
        [declarations.signer, signer],
        [declarations.publishedAt, formatInstant(declaration.publishedAt)],
        declaration.withdrawalReason === null ? null : [declarations.withdrawn, declaration.withdrawalReason],
      ]}
    />
  );
}

type Dialog = 'sign' | 'register' | 'withdraw';

function Actions({ declaration }: { declaration: DeclarationDetail }): ReactElement {
  const { declarations } = useText();
  const [dialog, setDialog] = useState<Dialog | null>(null);
  const close = (): void => setDialog(null);
  const { actions, id } = declaration;
  return (
    <div className="page-actions">
      <ActionButton
        primary
        action={actions.sign}
        label={declarations.sign}
        onClick={() => setDialog('sign')}
      />
      <ActionButton
        primary
        action={actions.register}
        label={declarations.register}
        onClick={() => setDialog('register')}
      />
      <ActionButton
        danger
        action={actions.withdraw}
        label={declarations.withdraw}
        onClick={() => setDialog('withdraw')}
      />
      <DownloadButton
        path={`/declarations/${id}/declaration.docx`}
        name="ban-cong-bo.docx"
        label={declarations.docx}
      />
      <DownloadButton
        path={`/declarations/${id}/declaration.pdf`}
        name="ban-cong-bo.pdf"
        label={declarations.pdf}
      />
      <SignDialog declaration={declaration} open={dialog === 'sign'} close={close} />
      <RegisterDialog declaration={declaration} open={dialog === 'register'} close={close} />
      <WithdrawDialog declaration={declaration} open={dialog === 'withdraw'} close={close} />
    </div>
  );
}

function DeclarationBody({ declaration }: { declaration: DeclarationDetail }): ReactElement {
  const text = useText();
  const { declarations } = text;
  usePageTitle(`${declarations.one} ${declaration.number ?? ''}`);
  return (
    <>
      <header className="band">
        <div className="band-line">
          <div className="band-name">
            <p className="band-code">
              <Chip tone={DECLARATION_TONES[declaration.state]}>
                {declarations.states[declaration.state]}
              </Chip>
              <strong>{declaration.number ?? declarations.noNumber}</strong>
            </p>
            <h1>
              {declarations.one}: {declaration.standard}
            </h1>
          </div>
          <Actions declaration={declaration} />
        </div>
      </header>
      {declaration.portalUrl === null ? null : <PortalCard url={declaration.portalUrl} />}
      <div className="columns">
        <section className="panel panel-pad">
          <DeclarationFacts declaration={declaration} />
        </section>
        <section className="panel panel-pad">
          <h2>{declarations.conditions}</h2>
          <ul className="plain-list">
            {declaration.conditions.map((condition) => (
              <Condition key={condition.code} condition={condition} />
            ))}
          </ul>
        </section>
      </div>
      <section className="panel gap-above">
        <h2 className="panel-title">
          {declarations.scope} ({declaration.scope.length})
        </h2>
        <ListTable
          label={declarations.scope}
          columns={columnsOf(text)}
          rows={declaration.scope}
          rowKey={(line) => line.versionId}
        />
      </section>
    </>
  );
}

export function DeclarationScreen(): ReactElement {
  const { declarationId } = useParams({ from: '/shell/declarations/$declarationId' });
  const declaration = useQuery({
    queryKey: ['/declarations', declarationId],
    queryFn: ({ signal }) => api.get<DeclarationDetail>(`/declarations/${declarationId}`, signal),
    refetchInterval: (query) => (query.state.data?.state === 'registered' ? 2000 : false),
  });
  return <QueryView query={declaration}>{(found) => <DeclarationBody declaration={found} />}</QueryView>;
}
