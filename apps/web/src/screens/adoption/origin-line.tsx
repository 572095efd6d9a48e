import { type ReactElement } from 'react';
import { type VersionDetail } from '~/api/types';
import { useText } from '~/app/preferences';
import { formatDay } from '~/ui/dates';

/** "Sở Tư pháp soạn, áp dụng theo QĐ …": where a version that was taken from another agency comes from. */
export function OriginLine({ version }: { version: VersionDetail }): ReactElement | null {
  const { adoption } = useText();
  const { origin, decision } = version;
  if (origin === null) return null;
  const number = decision?.number ?? null;
  const day = formatDay(decision?.signedOn ?? null);
  const words = {
    adopted:
      number === null
        ? adoption.madeBy(origin.agencyName)
        : adoption.appliedBy(origin.agencyName, number, day),
    continued:
      number === null
        ? adoption.continuedFrom(origin.agencyName)
        : adoption.continuedBy(origin.agencyName, number, day),
  };
  return (
    <p className="band-origin">
      {[
        words[origin.kind],
        ...(origin.territory === null ? [] : [adoption.territory(origin.territory)]),
        ...(origin.limitedUntil === null ? [] : [adoption.until(formatDay(origin.limitedUntil))]),
      ].join(' · ')}
    </p>
  );
}
