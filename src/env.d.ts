/** Whether drafts and what is to come are shown: true in `npm run dev` only. Set by the commands (build/project.ts). */
declare const IS_PREVIEW: boolean;
