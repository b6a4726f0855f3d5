import type { APIRoute } from 'astro';
import rules from '../../feeds/feed.css?raw';
import { renderStyleSheet } from '../../feeds/style-sheet.ts';
import { respond } from './_serve.ts';

export const GET: APIRoute = () => respond(renderStyleSheet(rules), 'text/css');
