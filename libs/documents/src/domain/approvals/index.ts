export {
  ApprovalFile,
  type ApprovalFileSnapshot,
  type ApprovalFileState,
  type ApprovalPart,
  assertPaperFacts,
  type OutsideWay,
  type PaperFacts,
  problemOf,
} from './approval-file';
export { judgeScan, pageCode, type ScanFindings } from './page-code';
export { ApprovalFileNotFound, ApprovalFileType, NotAtApproval, RenditionSigned } from './refusals';
