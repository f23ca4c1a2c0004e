/** Says what is wrong in a file of the app. */
export type Report = (path: string, message: string) => void;

/** The same for one file. */
export type Complain = (message: string) => void;
