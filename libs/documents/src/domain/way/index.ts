export * from './route-stage';
export * from './route-steps';
export * from './officer';
