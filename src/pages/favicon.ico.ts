import type { APIRoute } from 'astro';
import { iconFile } from '../images/icon.ts';
import sign from '../styles/sign.svg?raw';

export const GET: APIRoute = async () =>
  new Response(new Uint8Array(await iconFile(sign)), { headers: { 'Content-Type': 'image/x-icon' } });
