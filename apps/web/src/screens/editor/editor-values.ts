import { type ContentFields } from '~/api/types';

export type Duration = NonNullable<ContentFields['cases'][number]['limit']>;
type Step = ContentFields['cases'][number]['steps'][number];
type Partly<T> = { [Key in keyof T]?: T[Key] | null };

/** What the form holds: like the API's fields, but anything may be missing; the dossier is one text. */
export interface EditorValues {
  sections: Partly<ContentFields['sections'][number]>[];
  cases: (Omit<Partly<ContentFields['cases'][number]>, 'limit' | 'steps'> & {
    limit?: Partly<Duration> | null;
    steps: (Omit<Partly<Step>, 'duration'> & { duration?: Partly<Duration> | null })[];
  })[];
  fee: string | null;
  dossier: string;
  forms: Partly<ContentFields['forms'][number]>[];
  records: Partly<ContentFields['records'][number]>[];
  amendments: Partly<ContentFields['amendments'][number]>[];
  makesPaper?: boolean;
}

export function editorValues(content: ContentFields): EditorValues {
  return { ...content, fee: content.fee ?? null, dossier: content.dossier.join('\n') };
}

function orNull(text: string | null | undefined): string | null {
  const trimmed = text?.trim() ?? '';
  return trimmed === '' ? null : trimmed;
}

function durationOf(duration: Partly<Duration> | null | undefined): Duration | null {
  const unit = duration?.unit ?? 'working-day';
  if (unit === 'same-day') return { value: 1, unit };
  const value = duration?.value;
  return value === null || value === undefined ? null : { value, unit };
}

/** Lines without their name are those that were added and left empty. */
export function contentOf(values: EditorValues): ContentFields {
  return {
    sections: values.sections.flatMap((section) => {
      const heading = orNull(section.heading);
      return heading === null ? [] : [{ number: orNull(section.number), heading, text: section.text ?? '' }];
    }),
    cases: values.cases.map((each) => ({
      name: each.name?.trim() ?? '',
      limit: durationOf(each.limit),
      limitFrom: orNull(each.limitFrom),
      steps: each.steps.flatMap((step, index) => {
        const name = orNull(step.name);
        if (name === null) return [];
        return [
          {
            no: orNull(step.no) ?? String(index + 1),
            name,
            responsible: orNull(step.responsible),
            duration: durationOf(step.duration),
            durationFrom: orNull(step.durationFrom),
            timeAsWritten: orNull(step.timeAsWritten),
            result: orNull(step.result),
          },
        ];
      }),
    })),
    fee: orNull(values.fee),
    dossier: values.dossier.split('\n').flatMap((line) => orNull(line) ?? []),
    forms: values.forms.flatMap((form) => {
      const name = orNull(form.name);
      return name === null ? [] : [{ code: orNull(form.code), name }];
    }),
    records: values.records.flatMap((record) => {
      const name = orNull(record.name);
      return name === null
        ? []
        : [{ name, place: orNull(record.place), retention: orNull(record.retention) }];
    }),
    amendments: values.amendments.flatMap((line) => {
      const summary = orNull(line.summary);
      if (summary === null) return [];
      return [
        {
          summary,
          basis: orNull(line.basis),
          place: orNull(line.place),
          issue: line.issue ?? null,
          revision: line.revision ?? null,
          date: line.date ?? null,
        },
      ];
    }),
  };
}

const HOURS: Record<Exclude<Duration['unit'], 'same-day'>, number> = { 'working-day': 8, day: 8, hour: 1 };

/** Whole time of the steps in the unit of the limit; null where clocks differ (days with and without weekends). */
export function stepTotal(
  steps: EditorValues['cases'][number]['steps'],
  unit: Duration['unit'],
): number | null {
  if (unit === 'same-day') return null;
  let hours = 0;
  for (const step of steps) {
    const duration = durationOf(step.duration);
    if (duration === null) continue;
    if (duration.unit === 'same-day' || (unit === 'day') !== (duration.unit === 'day')) return null;
    hours += duration.value * HOURS[duration.unit];
  }
  return hours / HOURS[unit];
}
