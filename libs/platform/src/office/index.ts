export { FILE_PROBLEMS, type FileProblemCode, wordProblem } from './file.problems';
export { type FileType } from './file-type';
export { type FileInspection, type FileProblem } from './inspection';
export { assertAcceptable, inspectFile, type InspectionOptions } from './inspect-file';
export { type ConversionTarget, type ConverterOptions, OfficeConverter } from './office-converter';
export { ConversionFailed, FileRefused, OfficeUnavailable } from './office-errors';
export { extractDocument, extractWordFile, type ReadableType } from './extract';
export { ZIP_LIMITS, type ZipLimits } from './zip-package';
export { OfficeModule } from './office.module';
