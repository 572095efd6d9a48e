export { AgencyArchive } from '../application/archive/agency-archive';
export { FolderSink } from '../application/archive/archive-sink';
export { ArchiveModule } from '../archive.module';
export { KEPT_FILES, keptFilesSql, NO_KEPT_FILE } from '../domain/files/kept-files';
