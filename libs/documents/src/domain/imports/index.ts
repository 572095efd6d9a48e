export * from './import-fields';
export * from './review';
export * from './summary';
