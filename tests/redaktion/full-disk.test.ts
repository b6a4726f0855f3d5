import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { launch } from '../browser/browser.ts';
import { organisation } from '../cli/command-line.ts';
import { canMount, redaktionOnDisk } from '../cli/service-on-disk.ts';
import { typeAtEnd, write } from './typing.ts';

const file = 'content/issues/2026-kw49/01-bilder-und-nachweise.md';

test.skipIf(!canMount)(
  'on a full disk nothing is lost: the old text stays, the new one stands in the window, and is saved when there is room',
  async () => {
    const folder = organisation();
    const { address, shell } = await redaktionOnDisk(folder);
    const copy = join(folder, 'stand.md');
    /** The file as it lies on that disk, which only the Redaktion sees. */
    const onDisk = async () => {
      await shell(`cp "$DATA/${file}" '${copy}'`);
      return readFileSync(copy, 'utf8');
    };
    const before = readFileSync(join(folder, file), 'utf8');
    const browser = await launch();
    onTestFinished(() => browser.close());
    const window = await browser.newContext({ locale: 'de-DE' });
    const page = await window.newPage();
    await page.goto(address);
    const { origin } = new URL(address);
    await write(page, { origin }, file);
    await shell('dd if=/dev/zero of="$DATA/voll" bs=64k 2>/dev/null');
    await shell('dd if=/dev/zero of="$DATA/auch-voll" bs=1k 2>/dev/null');

    await typeAtEnd(page, '\n\nGeschrieben, als kein Platz war.');
    await page.getByRole('button', { name: 'Sichern' }).click();
    await page.getByText(/^Nicht gesichert: /).waitFor();
    expect(await page.locator('#zustand').textContent()).toContain('kein Platz mehr');
    expect(await onDisk()).toBe(before);

    const other = await window.newPage();
    await other.goto(`${origin}/einlesen/`);
    await other.getByLabel('Oder Text einfügen').fill('Ein Titel\n\nEin Absatz, für den kein Platz ist.\n');
    await other.getByLabel('In welche Ausgabe').selectOption('2026-kw49');
    await other.getByRole('button', { name: 'Einlesen' }).click();
    expect(await other.locator('main').textContent()).toContain('kein Platz mehr');
    await shell(`ls "$DATA/content/issues/2026-kw49" > '${copy}'`);
    expect(readFileSync(copy, 'utf8')).toBe('01-bilder-und-nachweise.md\nindex.md\n');

    await shell('rm "$DATA/voll" "$DATA/auch-voll"');
    await page.getByRole('button', { name: 'Sichern' }).click();
    await page.getByText(/^Gesichert um/).waitFor();
    expect(await onDisk()).toContain('Geschrieben, als kein Platz war.');
    await shell(`git -C "$DATA" log --format=%s -- ${file} > '${copy}'`);
    expect(readFileSync(copy, 'utf8')).toBe(`Gesichert: ${file}\nAnfangsstand: ${file}\n`);
  },
  60_000,
);
