/** The table of all slices' permissions, put together by the process. */
export const PERMISSIONS = Symbol('identity.permissions');
