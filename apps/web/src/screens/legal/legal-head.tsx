import { type ReactElement } from 'react';
import { useText } from '~/app/preferences';
import { useOpens } from '~/session/me';
import { LinkButton } from '~/ui/link-button';
import { PageHead, TabLinks } from '~/ui/page-head';

export function LegalHead(): ReactElement {
  const { external, legal, legalSources, register, tthc } = useText();
  const seesCitations = useOpens('upkeep');
  const mayRecord = useOpens('recordLegal');
  const seesChanges = useOpens('changes');
  const seesAssessments = useOpens('assessments');
  const seesTthc = useOpens('tthc');
  return (
    <PageHead
      title={legal.title}
      actions={
        mayRecord ? (
          <LinkButton primary href="/legal-texts/new" icon="plus">
            {legal.record}
          </LinkButton>
        ) : undefined
      }
    >
      <TabLinks
        label={legal.tabs}
        tabs={[
          { to: '/legal-texts', label: legal.texts },
          ...(mayRecord ? [{ to: '/legal-intakes', label: legalSources.title }] : []),
          { to: '/external-documents', label: external.title },
          ...(seesCitations
            ? [
                { to: '/unresolved-citations', label: register.unresolved },
                { to: '/outdated-citations', label: register.outdated },
              ]
            : []),
          ...(seesChanges ? [{ to: '/legal-changes', label: legal.changes }] : []),
          ...(seesAssessments ? [{ to: '/assessments', label: legal.assessments }] : []),
          ...(seesTthc ? [{ to: '/administrative-procedures', label: tthc.short }] : []),
        ]}
      />
    </PageHead>
  );
}
