export * from './procedure-content';
