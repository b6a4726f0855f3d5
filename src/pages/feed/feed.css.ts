import type { APIRoute } from 'astro';
import rules from '../../feeds/feed.css?raw';
import { renderStyleSheet } from '../../feeds/style-sheet.ts';
import { answer } from './_serve.ts';

export const GET: APIRoute = () => answer(renderStyleSheet(rules), 'text/css');
