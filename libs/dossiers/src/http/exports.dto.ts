import {
  Action,
  ChoiceField,
  FlagField,
  IdField,
  InstantField,
  IntegerField,
  ObjectField,
  pageDto,
  TextField,
  TextListField,
} from '@app/platform/http';

import { BACKUP_ALARMS, type BackupAlarm } from '../domain/backups/backup-alarms';
import { EXPORT_STATES, type ExportState } from '../domain/exports/agency-export';

const MOST = Number.MAX_SAFE_INTEGER;

export class AskExportRequest {
  @TextField({ max: 500, min: 5, description: 'Lý do xuất dữ liệu' })
  reason!: string;

  @TextField({ max: 200, keepSpace: true })
  password!: string;
}

class ExportActions {
  @ObjectField(() => Action)
  take!: Action;
}

export class AgencyExportFigures {
  @IntegerField({ max: MOST })
  rows!: number;

  @IntegerField({ max: MOST })
  files!: number;

  @IntegerField({ max: MOST })
  journalEntries!: number;

  @IntegerField({ max: MOST })
  withheldDocuments!: number;

  @IntegerField({ max: MOST })
  missing!: number;

  /** The first of them. */
  @TextListField({ max: 1000, most: 100 })
  missingFiles!: string[];
}

export class AgencyExportLine {
  @IdField()
  id!: string;

  @TextField()
  reason!: string;

  @TextField()
  askedByName!: string;

  @InstantField()
  askedAt!: string;

  @ChoiceField(EXPORT_STATES)
  state!: ExportState;

  @IntegerField({ max: 100 })
  progress!: number;

  @TextField({ nullable: true })
  problem!: string | null;

  @InstantField({ nullable: true })
  finishedAt!: string | null;

  @InstantField({ nullable: true })
  expiresAt!: string | null;

  @TextField({ nullable: true })
  sha256!: string | null;

  @IntegerField({ nullable: true, max: MOST })
  size!: number | null;

  @ObjectField(() => AgencyExportFigures, { nullable: true })
  figures!: AgencyExportFigures | null;

  @ObjectField(() => ExportActions)
  actions!: ExportActions;
}

export const AgencyExportPage = pageDto(AgencyExportLine, 'AgencyExportPage');

export class ExportLink {
  /** Path of the download, for the caller's session alone. */
  @TextField({ max: 500 })
  path!: string;

  @InstantField()
  expiresAt!: string;
}

export class ExportFileQuery {
  @TextField({ max: 100 })
  token!: string;
}

const RUN_KINDS = ['backup', 'drill'] as const;

export class BackupRunLine {
  @IdField()
  id!: string;

  @ChoiceField(RUN_KINDS)
  kind!: (typeof RUN_KINDS)[number];

  @InstantField()
  startedAt!: string;

  @InstantField()
  finishedAt!: string;

  @FlagField()
  succeeded!: boolean;

  @TextField({ max: 2000 })
  folder!: string;

  @IntegerField({ max: MOST })
  tableRows!: number;

  @IntegerField({ max: MOST })
  fileCount!: number;

  @IntegerField({ max: MOST })
  bytes!: number;

  @TextListField({ max: 2000, most: 1000 })
  problems!: string[];
}

export const BackupRunPage = pageDto(BackupRunLine, 'BackupRunPage');

export class BackupState {
  @InstantField({ nullable: true })
  lastBackupAt!: string | null;

  @InstantField({ nullable: true })
  lastDrillAt!: string | null;

  /** What an operator should look at; empty when all is well. */
  @TextListField({ max: 40, most: BACKUP_ALARMS.length })
  alarms!: BackupAlarm[];
}
