/** What runs in the browser: on the page of a text the editor, elsewhere only what helps with dropping files. */

import { acceptDrops } from './drops.ts';
import { startEditor } from './editor.ts';
import { keepImportNotes } from './import-notes.ts';
import { followMailing } from './mailing-state.ts';

acceptDrops();
const data = document.getElementById('daten');
if (data) startEditor(JSON.parse(data.textContent ?? ''));
const imported = document.getElementById('eingelesen-daten');
if (imported) keepImportNotes(JSON.parse(imported.textContent ?? ''));
const mailing = document.getElementById('versand-stand');
if (mailing) followMailing(mailing);
