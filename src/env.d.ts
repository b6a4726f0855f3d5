/** Whether drafts and what is to come are shown: true in the preview only. Set by integration.ts. */
declare const IS_PREVIEW: boolean;
