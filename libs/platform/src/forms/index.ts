export { fillTemplate, type TemplateLine, type TemplateValues } from './fill-template';
export {
  type DeclarationDecisionForm,
  type DeclarationForm,
  type FormName,
  type Forms,
  type IssuingDecisionForm,
  type ListedDocument,
  type NamedPosition,
  type OfficialHead,
  type ProcedureForm,
  type ReplacedDeclaration,
  type ScopeLine,
  type Signatory,
  type SigningFormula,
  type StepTable,
  type SubmissionForm,
  type TrackingSlipForm,
  type WithdrawnDocument,
} from './form-data';
export { TemplateFaulty } from './form-errors';
export { capacityOf } from './form-values';
export { FORMS_PROBLEMS } from './forms.problems';
export { sheetDocx, type SheetPart } from './sheet';
export { blankForm, fillForm, fillListForm, formToPdf, shippedTemplate } from './printed-forms';
export { BLANK_FORMS, type BlankFormName } from './blank-forms';
export { type ChangeRequestForm, type ListForm, type ListFormName, type ListFormRow } from './list-forms';
export {
  type DestructionForm,
  type ListHead,
  type PaperRegisterForm,
  type SignSheetForm,
} from './reading-forms';
